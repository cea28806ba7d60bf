#!/usr/bin/env python3
"""Looks at a run player in headless Chromium and compares its numbers with the run folder's.

    ./innerloop export RUN RUN.html
    python3 src/bench/player.py RUN RUN.html [CHROMIUM]

At the first, the middle and the last checkpoint the page says (in data-state) its loss and score, how many points are
predicted and how many of them wrongly, and where the first point is. Loss and score must be those of metrics.csv; the others
must follow from the data in the page, which is read here once more, by other means. Then the slider is moved and a key is
pressed. Nothing but Python and Chromium is needed; exit code 1 if anything differs.
"""
import base64
import csv
import html
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile

STEPS = 65534


def state(chromium, page, fragment):
    address = pathlib.Path(page).resolve().as_uri() + fragment
    dom = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom", address],
        capture_output=True, text=True, timeout=300, check=True).stdout
    found = re.search(r'<html[^>]* data-state="([^"]*)"', dom)
    if not found:
        sys.exit(f"{address}: the page says nothing; its script did not run")
    return json.loads(html.unescape(found.group(1)))


def unpack(text, letter):
    raw = base64.b64decode(text)
    return struct.unpack(f"<{len(raw) // struct.calcsize(letter)}{letter}", raw)


def metrics(folder):
    with open(folder / "metrics.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    return lambda phase, metric, step: next(
        (float(r["value"]) for r in reversed(rows)
         if r["phase"] == phase and r["metric"] == metric and int(r["step"]) <= step), None)


def expected(data, newest, moment):
    step = data["moments"][moment]["step"]
    points = data["points"]["count"]
    letter = "B" if data["points"]["bytes"] == 1 else "H"
    label = unpack(data["points"]["label"], letter)
    said = unpack(data.get("said", ""), letter)[moment * points:(moment + 1) * points]
    place = unpack(data["places"], "H")[2 * moment * points:2 * moment * points + 2]
    low, high = data["moments"][moment]["low"], data["moments"][moment]["high"]
    at = [l + (h - l) * p / STEPS for l, h, p in zip(low, high, place)]
    return {
        "moment": moment,
        "step": step,
        "loss": newest("train", "queryLossAfter", step),
        "score": newest("validation", data["measure"], step),
        "predicted": sum(s > 0 for s in said),
        "wrong": sum(s > 0 and l > 0 and s != l for s, l in zip(said, label)),
        "x": at[0],
        "y": at[1],
    }


def differences(what, seen, wanted):
    same = lambda a, b: a == b if a is None or b is None else abs(a - b) <= 1e-5 * max(1, abs(b))
    wrong = [f"{what}: {key} is {seen[key]} in the page, {value} in the run"
             for key, value in wanted.items() if not same(seen[key], value)]
    print(f"{what}: {len(wanted) - len(wrong)} of {len(wanted)} numbers agree")
    return wrong


def moved(chromium, page, snippet):
    """The state of the page after a person did something."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "page.html"
        copy.write_text(
            page.read_text(encoding="utf-8").replace("</body>", f"<script>{snippet}</script></body>"),
            encoding="utf-8")
        return state(chromium, copy, "")


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    folder, page = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    chromium = sys.argv[3] if len(sys.argv) == 4 else "chromium"
    text = page.read_text(encoding="utf-8")
    data = json.loads(re.search(r'<script type="application/json" id="run">(.*?)</script>', text, re.S).group(1))
    newest = metrics(folder)
    last = len(data["moments"]) - 1
    wrong = []
    for moment in sorted({0, last // 2, last}):
        step = data["moments"][moment]["step"]
        wrong += differences(f"step {step}", state(chromium, page, f"#step={step}"), expected(data, newest, moment))
    if last > 0:
        slide = "const s = document.getElementById('slider'); s.value = '0'; s.dispatchEvent(new Event('input'));"
        wrong += differences("slider", moved(chromium, page, slide), expected(data, newest, 0))
        press = slide + "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));"
        wrong += differences("slider and key", moved(chromium, page, press), expected(data, newest, 1))
    print(f"{page}: {page.stat().st_size / 1e6:.2f} MB, {last + 1} moments")
    if page.stat().st_size > 5_000_000:
        wrong.append("the page has more than 5 MB")
    sys.exit("\n".join(wrong) if wrong else 0)


main()
