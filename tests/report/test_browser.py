"""The HTML report in a real browser: no error, no request, filters and keys work, axe finds nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from aligner.glossary.concept import Glossary
from aligner.report.page import page
from aligner.report.run import CheckRun
from tests.browser import browser  # noqa: F401  a fixture


@pytest.fixture(scope="module", params=["en", "es"])
def opened(
    request: pytest.FixtureRequest,
    browser: Any,  # noqa: F811
    run: CheckRun,
    terms: Glossary,
    tmp_path_factory: pytest.TempPathFactory,
) -> Any:
    """The browser with the report open."""
    file: Path = tmp_path_factory.mktemp("page") / "report.html"
    language = "es" if request.param == "es" else "en"
    file.write_text(page.render(run, terms, language=language), encoding="utf-8")
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get(file.as_uri())
    return browser


def _shown(opened: Any) -> int:
    count: int = opened.execute_script(
        "return document.querySelectorAll('.bead:not([hidden])').length"
    )
    return count


def test_no_error_and_no_request_but_the_page_itself(opened: Any) -> None:
    assert [entry for entry in opened.get_log("browser") if entry["level"] == "SEVERE"] == []
    sent = [
        message["params"]
        for message in (
            json.loads(each["message"])["message"] for each in opened.get_log("performance")
        )
        if message["method"] == "Network.requestWillBeSent"
    ]
    asked = {each["request"]["url"] for each in sent if each["documentURL"] == opened.current_url}
    assert asked <= {opened.current_url}


def test_filters_work_without_a_server(opened: Any) -> None:
    whole = _shown(opened)
    opened.execute_script(
        "const s = document.getElementById('show'); s.value = 'open'; s.dispatchEvent(new Event('change'))"
    )
    assert 0 < _shown(opened) < whole
    opened.execute_script(
        "const s = document.getElementById('show'); s.value = 'all'; s.dispatchEvent(new Event('change'))"
    )
    assert _shown(opened) == whole


def test_the_search_does_not_mind_accents(opened: Any) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    box = opened.find_element(By.ID, "search")
    box.send_keys("corrupcion")
    WebDriverWait(opened, 5).until(lambda _: _shown(opened) == 1)
    box.clear()
    opened.execute_script("document.getElementById('search').dispatchEvent(new Event('input'))")
    WebDriverWait(opened, 5).until(lambda _: _shown(opened) > 1)


def test_the_keyboard_walks_the_open_divergences(opened: Any) -> None:
    from selenium.webdriver.common.by import By

    opened.execute_script("document.activeElement.blur()")
    opened.find_element(By.TAG_NAME, "body").send_keys("n")
    focused = opened.switch_to.active_element
    assert "bead" in focused.get_attribute("class")
    assert focused.get_attribute("data-open") != "-1"


def test_axe_finds_no_violation(opened: Any) -> None:
    axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    # The page's own policy forbids foreign script; the test speaks through the browser itself.
    opened.execute_script(script)
    found = opened.execute_async_script(
        "const done = arguments[0]; axe.run().then(r => done(r.violations))"
    )
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []
