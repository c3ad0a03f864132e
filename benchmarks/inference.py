"""Measures predictions and 'mpuc serve', and writes the section "Inference" of docs/benchmarks.md.

    python3 benchmarks/inference.py BUNDLE RECORDING [TRANSCRIPT] [--seconds N] [--load-seconds N] [--write]

BUNDLE is a bundle of 'mpuc export', RECORDING a short video or sound. Latencies are medians of warm requests one after the other; 'cold' is the whole command
'mpuc predict' on a recording that is in no cache. Throughput is taken with 1 and 16 clients that ask again as soon as they have their answer; the load is twice as
many clients as the server has room for, who come again after the seconds that a refusal says. What is measured is told on standard error as it comes. Without --write
the section is printed alone.
"""
import argparse
import atexit
import collections
import datetime
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import uuid

from document import ROOT, replace_section

PROGRAM = os.environ.get("MPUC", os.path.join(ROOT, "artifacts/bin/Mpuc.Host/release/mpuc"))


class Server:
    def __init__(self, bundle, *options):
        self.process = subprocess.Popen([PROGRAM, "serve", bundle, "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        atexit.register(self.process.terminate)
        self.address = self.process.stdout.readline().strip()
        if not self.address:
            raise SystemExit("benchmarks/inference.py: the server did not start")

    def get(self, path):
        with urllib.request.urlopen(self.address + path) as answer:
            return answer.read().decode()

    def memory(self):
        return float(re.search(r"^process_resident_memory_bytes (\S+)", self.get("metrics"), re.M).group(1)) / 2**20

    def post(self, files, modalities="", patient=False):
        boundary = uuid.uuid4().hex
        body = b"".join(
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{os.path.basename(path)}"\r\n\r\n'.encode() + content + b"\r\n" for path, content in files)
        if modalities:
            body += f'--{boundary}\r\nContent-Disposition: form-data; name="modalities"\r\n\r\n{modalities}\r\n'.encode()
        body += f"--{boundary}--\r\n".encode()
        request = urllib.request.Request(self.address + "v1/predict", body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})
        start, pause = time.perf_counter(), 0
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                answer.read()
                status = answer.status
        except urllib.error.HTTPError as refusal:
            refusal.read()
            status, pause = refusal.code, float(refusal.headers.get("Retry-After", 0))
        except OSError as broken:
            status = type(broken).__name__
        took = time.perf_counter() - start
        if patient:
            time.sleep(pause)
        return status, took

    def close(self):
        self.process.terminate()
        return self.process.wait()


def load(server, files, clients, seconds, patient=False):
    """Statuses and seconds of all requests that clients made side by side, how long that took, and the server's memory in MiB ten times on the way."""
    end, done, memory, lock = time.perf_counter() + seconds, [], [], threading.Lock()

    def work():
        while time.perf_counter() < end:
            result = server.post(files, patient=patient)
            with lock:
                done.append(result)

    def watch():
        while time.perf_counter() < end:
            time.sleep(seconds / 10)
            memory.append(server.memory())
            say(f"  {max(0, end - time.perf_counter()):.0f} s left, {len(done)} requests, {memory[-1]:.0f} MiB")

    watcher = threading.Thread(target=watch)
    watcher.start()
    threads = [threading.Thread(target=work) for _ in range(clients)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - start
    watcher.join()
    return done, took, memory


def say(line):
    print(line, file=sys.stderr, flush=True)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def cold(bundle, files, modalities):
    with tempfile.TemporaryDirectory() as cache:
        command = [PROGRAM, "predict", bundle, *files, "--json", "--set", f"data.cache={cache}"]
        start = time.perf_counter()
        subprocess.run(command + (["--modalities", modalities] if modalities else []), check=True, stdout=subprocess.DEVNULL, cwd=cache)
        return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description="Measures predictions and 'mpuc serve'.")
    parser.add_argument("bundle")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--seconds", type=float, default=30, help="how long throughput is taken with each number of clients")
    parser.add_argument("--load-seconds", type=float, default=600, help="how long the load at twice the capacity lasts")
    parser.add_argument("--write", action="store_true", help="rewrite the section of docs/benchmarks.md")
    options = parser.parse_args()
    options.bundle, options.files = os.path.abspath(options.bundle), [os.path.abspath(path) for path in options.files]
    before = os.getloadavg()[0]
    files = [(path, open(path, "rb").read()) for path in options.files]
    server = Server(options.bundle)
    names = [modality["name"] for modality in json.loads(server.get("v1/model"))["modalities"]]
    lines = ["| judged by | cold, the whole command | warm, a request |", "| --- | --- | --- |"]
    for modalities in [*names, ""]:
        status, _ = server.post(files, modalities)
        if status != 200:
            lines.append(f"| {modalities or 'all'} | the recording lacks it | |")
            say(lines[-1])
            continue
        warm = statistics.median(server.post(files, modalities)[1] for _ in range(7))
        lines.append(f"| {modalities or 'all together'} | {cold(options.bundle, options.files, modalities):.2f} s | {warm:.2f} s |")
        say(lines[-1])
    lines += ["", "| clients | requests/s | p50 | p99 | statuses |", "| --- | --- | --- | --- | --- |"]
    for clients in (1, 16):
        done, took, _ = load(server, files, clients, options.seconds)
        lines.append(row(clients, done, took))
        say(lines[-1])
    server.close()
    server = Server(options.bundle, "--concurrency", "2", "--queue", "14")
    load(server, files, 16, min(20, options.load_seconds))
    done, took, memory = load(server, files, 32, options.load_seconds, patient=True)
    lines.append(row("32, of 16 places", done, took))
    say(lines[-1])
    lost = [status for status, _ in done if status not in (200, 503)]
    verdict = f"{len(done)} requests, {len(done) - len(lost)} answered or refused with 503, {len(lost)} neither"
    code = server.close()
    section = f"""
## Inference

`benchmarks/inference.py` wrote this section, {datetime.date.today().isoformat()}, on {os.cpu_count()} processors whose load was {before:.1f} before and {os.getloadavg()[0]:.1f} after: with a load much above that of the measurement itself these are upper bounds and no results.
Recording: {', '.join(f'{os.path.basename(path)} ({len(content) // 1024} KiB)' for path, content in files)}; modalities: {', '.join(names)}. Load at twice the capacity, {took:.0f} s: {verdict}; resident memory after every tenth of it {', '.join(f'{one:.0f}' for one in memory)} MiB; exit code {code} after SIGTERM.

{chr(10).join(lines)}
"""
    print(section)
    if options.write:
        replace_section(section)


def row(clients, done, took):
    counts = collections.Counter(status for status, _ in done)
    served = [seconds for status, seconds in done if status == 200] or [float("nan")]
    return (f"| {clients} | {len([1 for status, _ in done if status == 200]) / took:.2f} | {percentile(served, 0.5):.2f} s | {percentile(served, 0.99):.2f} s | "
            + ", ".join(f"{count} x {status}" for status, count in sorted(counts.items(), key=str)) + " |")


if __name__ == "__main__":
    sys.exit(main())
