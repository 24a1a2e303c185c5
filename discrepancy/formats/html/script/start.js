form.hidden = false;
document.querySelector(".chooser").hidden = texts.length < 2;
recall();
sift();
choose();
label();
if (location.hash) reveal(decodeURIComponent(location.hash.slice(1)));
