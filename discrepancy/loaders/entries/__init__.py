"""What the loaders of feeds and of wires in JSON share: one entry, put together from its texts and fields.

``json_text`` reads JSON within limits, ``json_outline`` tells a format by the names in its first bytes, ``xml_feed``
reads RSS and Atom. ``fragments`` makes parts of a text in HTML or plain, ``endings`` knows where an excerpt ends,
``assembly`` puts headline, standfirst, text and captions together. Of each format one file says what is known
(``…_known``), others make its texts. Fields of JSON come in any type: ``values`` makes of them what they should be.

Source: RSS 2.0, RFC 4287 (Atom), JSON Feed 1.1, the IPTC's ninjs schemas 1.0 to 3.3.
"""
