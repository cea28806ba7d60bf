#!/usr/bin/env python3
"""Kills runs at random moments and looks at what is left.

    python3 src/bench/kill.py [EXPERIMENT] [--kills 50] [--seed 1]

Every run writes over the folder of an earlier one with another seed. After each kill that folder must hold one whole run (the
old or the new one) or be absent, and what was cut off must go on; at the end the parameters must be those of a run that nobody
disturbed. Exits with 1 if one of this fails.
"""
import argparse
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def innerloop(*arguments):
    return subprocess.Popen(
        [ROOT / "innerloop", "run", *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )


def summary(folder):
    """Seed and hash of the whole run in a folder; None if there is none."""
    if not folder.exists():
        return None
    text = json.loads((folder / "summary.json").read_text())
    settings = json.loads((folder / "experiment.json").read_text())
    provenance = json.loads((folder / "provenance.json").read_text())
    if provenance["parametersSha256"] != text["parametersSha256"]:
        raise ValueError("summary and provenance are of different runs")
    return settings["seed"], text["parametersSha256"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("experiment", nargs="?", default=ROOT / "sample-graphs" / "karate.experiment.json")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    moments = random.Random(chosen.seed)
    wrong = 0
    with tempfile.TemporaryDirectory() as parent:
        out = pathlib.Path(parent) / "run"
        whole = {}
        longest = 0.0
        for seed in (1, 2):
            begun = time.monotonic()
            run = innerloop(chosen.experiment, "--seed", seed, "--out", out)
            said = run.communicate()[1]
            if run.returncode != 0:
                sys.exit("the run itself fails: " + said)
            longest = max(longest, time.monotonic() - begun)
            whole[seed] = summary(out)[1]
        lies = 2
        seed = 1
        process = innerloop(chosen.experiment, "--seed", seed, "--out", out)
        for kill in range(chosen.kills):
            time.sleep(moments.uniform(0, longest))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            try:
                found = summary(out)
            except (OSError, ValueError) as damage:
                print(f"kill {kill}: the folder holds half a run: {damage}")
                wrong += 1
                found = None
            if found is not None and whole[found[0]] != found[1]:
                print(f"kill {kill}: the parameters are of another run")
                wrong += 1
            unfinished = out.with_name("run.unfinished").exists()
            if found is not None and found[0] == seed and not unfinished:
                lies, seed = seed, 3 - seed
            elif found is None and not unfinished:
                print(f"kill {kill}: the earlier run is gone and there is nothing to go on with")
                wrong += 1
            elif found is not None and found[0] != lies:
                print(f"kill {kill}: a run of seed {found[0]} lies where one of seed {lies} should")
                wrong += 1
            process = (
                innerloop("--resume", out)
                if unfinished
                else innerloop(chosen.experiment, "--seed", seed, "--out", out)
            )
        said = process.communicate()[1].strip().splitlines()
        if process.returncode != 0 or summary(out)[1] != whole[seed]:
            print(f"the last run did not end as it should: exit {process.returncode}, {said[-1:]}")
            wrong += 1
    print(f"{chosen.kills} kills, {wrong} things wrong")
    sys.exit(1 if wrong else 0)


main()
