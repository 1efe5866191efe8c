"""What running thousands of articles costs beside running few, as ratios of times and sizes taken in one go.

Usage: python tests/benchmarks/batches.py [--articles 1000] [--few 100] [--jobs CORES] [--paragraphs 36 48]
Makes a corpus by recombining paragraphs (see recombined.py) and runs it, each time in a process of its own. Articles of
36 to 48 paragraphs are as long as a journal's, some 17,000 characters; those of the sample have 11 to 14, and what is
done once for all articles weighs more beside them. The Dask route is a scheduler and as many workers
as there are processes, on this machine, started before. Ideal is the time of one process divided by the number of
processes; memory is the most that the run's own process held, and the most that any process of it held.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import recombined

# a run in its own process: the seconds that it took without starting Python, and the peaks in bytes
RUN = """
import json, resource, sys, time
began = time.perf_counter()
import kaoju
result = kaoju.run([sys.argv[1]], sys.argv[2], jobs=int(sys.argv[3]), scheduler=sys.argv[4] or None)
seconds = time.perf_counter() - began
peak = {who: 1024 * resource.getrusage(getattr(resource, f"RUSAGE_{who}")).ru_maxrss for who in ("SELF", "CHILDREN")}
print(json.dumps({"seconds": seconds, "own": peak["SELF"], "any": max(peak.values()), "read": result.read,
                  "articles": len(result.articles), "stages": result.stages}))
"""
# the paragraphs of an article in a journal
LONG = (36, 48)
CORPUS_STEPS = ("joining", "terms", "report")


@contextmanager
def cluster(workers):
    """The address of a Dask scheduler with so many workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, dask, quiet = f"tcp://127.0.0.1:{port}", [sys.executable, "-m", "dask"], {"stderr": subprocess.DEVNULL}
    one = ["worker", address, "--nthreads", "1", "--no-dashboard"]
    words = [["scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"], *[one] * workers]
    with tempfile.TemporaryDirectory() as folder:
        processes = [subprocess.Popen([*dask, *these], cwd=folder, **quiet) for these in words]
        try:
            yield address
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait()


def run(articles, out, jobs, scheduler=""):
    """One run; what it measured of itself."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, articles, out, str(jobs), scheduler],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


def said(what, value, wanted, better):
    """A line of the report."""
    verdict = (
        "" if wanted is None else f"  wanted {better} {wanted:<6g}{'' if _met(value, wanted, better) else '  MISSED'}"
    )
    print(f"{what:60}{value:8.3f}{verdict}", flush=True)


def _met(value, wanted, better):
    return value >= wanted if better == "≥" else value <= wanted


def main(articles, few, jobs, paragraphs):
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        recombined.make(at / "many", articles, size=paragraphs)
        recombined.make(at / "few", few, size=paragraphs)
        small = run(at / "few", at / "out-few", jobs)
        alone = run(at / "many", at / "out-alone", 1)
        first = run(at / "many", at / "out", jobs)
        with cluster(jobs) as address:
            run(at / "few", at / "out-warm", jobs, address)
            dask = run(at / "many", at / "out-dask", jobs, address)
        again = run(at / "many", at / "out", jobs)
        changed = next((at / "many").rglob("*.md"))
        changed.write_text(changed.read_text("utf-8").replace("。", "。又，", 1), encoding="utf-8")
        one = run(at / "many", at / "out", jobs)
    assert (first["read"], again["read"], one["read"]) == (articles, 0, 1)
    print(f"{articles} articles against {few}, {jobs} processes; seconds: one process {alone['seconds']:.1f}, "
          f"{jobs} processes {first['seconds']:.1f}, Dask {dask['seconds']:.1f}, again {again['seconds']:.2f}, one changed {one['seconds']:.2f}")  # fmt: skip
    print(
        "steps over the whole corpus, seconds: "
        + ", ".join(f"{name} {first['stages'][name]:.2f}" for name in CORPUS_STEPS)
    )
    said(f"parallel efficiency, {jobs} processes", alone["seconds"] / first["seconds"] / jobs, 0.85, "≥")
    said("the Dask route, of the local one", dask["seconds"] / first["seconds"], 1.15, "≤")
    said("a second run without changes, of the first", again["seconds"] / first["seconds"], 0.02, "≤")
    said("a run with one article changed, of the first", one["seconds"] / first["seconds"], 0.05, "≤")
    said(f"peak memory of the run's process at {articles} against {few}", first["own"] / small["own"], 1.2, "≤")
    said(f"peak memory of any process at {articles} against {few}", first["any"] / small["any"], 1.2, "≤")
    said("  bytes of peak memory an article more", (first["own"] - small["own"]) / (articles - few), None, "")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--paragraphs", type=int, nargs=2, default=LONG)
    options = parser.parse_args()
    main(options.articles, options.few, options.jobs, options.paragraphs)
