<?php
require __DIR__ . '/palabre.php';
$address = palabre_address('https://forum.example', getenv('PALABRE_KEY'), 'feuille', '331', 'La place du marché passe sous vidéo', 'https://feuille.example/article331');
?>
<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>La place du marché passe sous vidéo</title><link rel="stylesheet" href="comments.css"></head>
<body>
<article><h1>La place du marché passe sous vidéo</h1><p>Six mâts ont été dressés en deux nuits autour de la halle.</p></article>
<?= palabre_section($address) ?>
</body>
</html>
