"""Runs a program and counts what it and all that it has started use: CPU of all together, highest resident memory of each. Linux alone.

Arguments: the program and its own. Writes one line of JSON to descriptor 3, and ends with the program's exit code.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import threading

PR_SET_CHILD_SUBREAPER = 36
EVERY_S = 0.2


def list_descendants():
    """Processes that this one is an ancestor of, with the number of steps to each."""
    parents = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat") as stat:
                parents[int(entry)] = int(stat.read().rsplit(")", 1)[1].split()[1])
        except OSError:
            pass  # It has ended meanwhile.
    depths = {os.getpid(): 0}
    while grown := {pid: depths[parent] + 1 for pid, parent in parents.items() if parent in depths and pid not in depths}:
        depths.update(grown)
    return {pid: depth for pid, depth in depths.items() if depth > 0}


def watch(peaks, over):
    """Notes the high-water mark of each process, which only grows, its name, and how deep it was when it was seen first."""
    while not over.wait(EVERY_S):
        for pid, depth in list_descendants().items():
            try:
                with open(f"/proc/{pid}/status") as status:
                    lines = dict(line.split(":", 1) for line in status if ":" in line)
                size = int(lines["VmHWM"].split()[0]) * 1024
                peaks[pid] = {"name": lines["Name"].strip(), "bytes": size, "depth": peaks.get(pid, {"depth": depth})["depth"]}
            except (OSError, KeyError):
                pass  # It has ended meanwhile.


# Whoever loses its parent becomes a child of this process, so that every descendant is waited for and counted.
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
peaks, over = {}, threading.Event()
child = subprocess.Popen(sys.argv[1:])
threading.Thread(target=watch, args=(peaks, over), daemon=True).start()
code = child.wait()
over.set()
while True:
    try:
        os.wait()
    except ChildProcessError:
        break
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
counted = {"cpuSeconds": usage.ru_utime + usage.ru_stime, "peaks": list(peaks.values())}
os.write(3, json.dumps(counted).encode())
sys.exit(code if code >= 0 else 128 - code)
