form.hidden = false;
for (const chooser of all(".chooser")) chooser.hidden = texts.length < 2;
recall();
sift();
choose();
label();
aim();
