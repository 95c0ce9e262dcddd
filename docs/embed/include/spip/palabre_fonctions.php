<?php
// In squelettes/. _PALABRE_FORUM, _PALABRE_SITE and _PALABRE_KEY are defined in config/mes_options.php.
function filtre_palabre_section_dist($id_article, $titre, $url) {
  $signature = hash_hmac('sha256', implode("\n", [_PALABRE_SITE, $id_article, $titre, $url]), _PALABRE_KEY);
  $query = http_build_query(['title' => $titre, 'url' => $url, 'signature' => $signature]);
  $page = _PALABRE_FORUM . '/articles/' . _PALABRE_SITE . '/' . rawurlencode($id_article);
  $http = stream_context_create(['http' => ['timeout' => 2, 'ignore_errors' => true]]);
  $html = @file_get_contents("$page/comments.html?$query", false, $http);
  return $html !== false ? $html : '<p><a href="' . htmlspecialchars("$page?$query") . '">Répondre à cet article</a></p>';
}
