import hashlib
import hmac
from urllib.parse import quote, urlencode
from urllib.request import urlopen


def palabre_address(forum, key, site, article, title, url):
    """The address of an article's section as a fragment. The key stays on the server."""
    signature = hmac.new(key.encode(), "\n".join([site, article, title, url]).encode(), hashlib.sha256).hexdigest()
    query = urlencode({"title": title, "url": url, "signature": signature})
    return f"{forum}/articles/{site}/{quote(article, safe='')}/comments.html?{query}"


def palabre_section(address):
    """The fragment; raises what urlopen raises when the forum does not answer within two seconds."""
    with urlopen(address, timeout=2) as answer:
        return answer.read().decode()
