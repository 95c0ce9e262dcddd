<?php
/** The address of an article's section as a fragment. The key stays on the server. */
function palabre_address($forum, $key, $site, $article, $title, $url) {
  $signature = hash_hmac('sha256', implode("\n", [$site, $article, $title, $url]), $key);
  $query = http_build_query(['title' => $title, 'url' => $url, 'signature' => $signature]);
  return $forum . '/articles/' . $site . '/' . rawurlencode($article) . '/comments.html?' . $query;
}

/** The fragment, or a plain link when the forum does not answer within two seconds. */
function palabre_section($address) {
  $http = ['timeout' => 2, 'ignore_errors' => true, 'header' => 'Accept: text/html'];
  $html = @file_get_contents($address, false, stream_context_create(['http' => $http]));
  $page = str_replace('/comments.html?', '?', $address);
  return $html !== false ? $html : '<p><a href="' . htmlspecialchars($page) . '">Répondre à cet article</a></p>';
}
