"""The Content-Security-Policy as a browser enforces it: what might get into the page neither runs nor loads."""

import pytest

from discrepancy.settings import Presentation
from tests.browser.watch import Opener, Watch
from tests.formats.stories import FLOOD

HARMLESS = "window.ran = true"
SCRIPT = "document.body.append(Object.assign(document.createElement('script'), { %s }))"
MARKUP = "document.body.insertAdjacentHTML('beforeend', `%s`)"
SMUGGLED = {
    ("inline-script", "script-src"): SCRIPT % f"textContent: '{HARMLESS}'",
    ("remote-script", "script-src"): SCRIPT % "src: 'https://localhost:9/x.js'",
    ("handler", "script-src-attr"): MARKUP % f"<img src=x onerror='{HARMLESS}'>",
    ("address", "script-src"): MARKUP % f"<a id=a href='javascript:{HARMLESS}'>a</a>"
    + "; document.getElementById('a').click()",
    ("remote-style", "style-src"): MARKUP % "<link rel=stylesheet href=https://localhost:9/x.css>",
    ("inline-style", "style-src"): MARKUP % "<style>body { display: none }</style>",
    ("style-attribute", "style-src-attr"): MARKUP % "<p style='display: none'>p</p>",
    ("frame", "frame-src"): MARKUP % "<iframe src=https://localhost:9/></iframe>",
    ("object", "object-src"): MARKUP % "<object data=https://localhost:9/></object>",
    ("fetch", "connect-src"): "void fetch('https://localhost:9/').catch(() => {})",
    ("beacon", "connect-src"): "navigator.sendBeacon('https://localhost:9/', 'x')",
    ("font", "font-src"): "void new FontFace('x', 'url(https://localhost:9/x.woff)').load().catch(() => {})",
    ("form", "form-action"): MARKUP % "<form id=f action=https://localhost:9/></form>"
    + "; document.getElementById('f').submit()",
    ("base", "base-uri"): "document.head.insertAdjacentHTML('beforeend', '<base href=https://localhost:9/>')",
    ("text-as-script", "script-src"): f"setTimeout('{HARMLESS}')",
}
"""What might get in, with the directive that stops it, as a script that puts it there."""


@pytest.mark.parametrize("presentation", [Presentation(), Presentation(assets="beside")], ids=["whole", "assets"])
def test_nothing_smuggled_in_runs_or_loads(watch: Watch, opened: Opener, presentation: Presentation) -> None:
    page = opened(FLOOD, presentation)
    loaded: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    for (name, directive), act in SMUGGLED.items():
        page.evaluate(f"() => {{ {act} }}")
        for _ in range(100):
            if any(each.startswith(f"policy: {directive}") for each in watch.heard):
                break
            page.wait_for_timeout(20)
        assert any(each.startswith(f"policy: {directive}") for each in watch.heard), (name, watch.heard)
        page.wait_for_timeout(20)
        watch.heard.clear()
    assert loaded == []
    assert page.evaluate("window.ran") is None
    assert page.locator("h1").is_visible()


def test_the_policy_holds_no_hole(opened: Opener) -> None:
    policy = opened(FLOOD).locator("meta[http-equiv]").get_attribute("content") or ""
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["default-src"] == parts["base-uri"] == parts["form-action"] == "'none'"
    assert not {"*", "unsafe", "http:", "https:", "blob:"} & set(policy.replace("-", " ").split())
