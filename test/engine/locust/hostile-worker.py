"""
A worker of Locust that joins a master as any other does and then hands in what it likes.

    hostile-worker.py PORT HASH PARTS [ID]

PARTS is a Python expression: what stands in `load_gate` of one message after the other, a second apart; it may use what is defined below.
"""

import sys

import gevent
from locust import __version__
from locust.rpc import Message, zmqrpc
from locust.stats import RequestStats

port, plan, source, *names = sys.argv[1:]
ID = names[0] if names else "hostile_0123456789abcdef0123456789abcdef"

REQUESTS = (
    "started", "ok", "failed", "timedOut", "cut", "dropped", "interrupted", "okBeforeEnd", "sentBeforeEnd", "receivedBeforeEnd", "drops",
)
ITERATIONS = ("planned", "started", "dropped", "missed", "ok", "failed", "cut", "interrupted")
NOTHING = {"count": 0, "lowestUs": 0, "highestUs": 0, "sumUs": 0, "buckets": [], "counts": []}


def part(deltas=(), **more):
    """What a worker with the file of this run hands in."""
    return {"plan": plan, "deltas": list(deltas), **more}


def second(number, cells=(), **more):
    """One second in which nothing was done but what the cells say."""
    data = {"second": number, "cells": list(cells), "iterations": [], "scheduleLag": NOTHING, "users": 0, "phase": 0, "clamped": 0}
    return {**data, **more}


def cell(failures=(), series=0, **counts):
    """What one series has had."""
    data = {"phase": 0, "series": series, "status": {}, "spans": {}, "bytesSent": 0, "bytesReceived": 0, "failures": list(failures)}
    return {**data, "counts": {**dict.fromkeys(REQUESTS, 0), **counts}}


def failure(reason, count=1):
    """A failure in words of its own."""
    return {"class": "check", "reason": reason, "sample": reason, "count": count, "firstMs": 0, "lastMs": 0}


def report(**more):
    """The report of a worker that was there, and did nothing."""
    data = {
        "requestsStarted": 0,
        "requests": dict.fromkeys(REQUESTS, 0),
        "iterations": dict.fromkeys(ITERATIONS, 0),
        "sockets": {"opened": 0, "ended": 0},
        "phases": [{"startUs": 0, "endUs": 2_000_000, "peakUsers": 1}],
        "eventLoopDelay": NOTHING,
        "transport": {"connectionsOpened": 0, "requestsOnReusedConnections": 0, "protocols": {}},
        "slowRequests": [],
    }
    return {**data, **more}


def over(deltas=(), **more):
    """The last that a worker hands in."""
    return part(deltas, over=True, outcome="complete", report=report(**more), cpuSeconds=0.1, peakMemoryBytes=1_000_000)


def nested(levels):
    """A list in a list in a list."""
    value = []
    for _ in range(levels):
        value = [value]
    return value


client = zmqrpc.Client("127.0.0.1", int(port), ID)


def say(kind, data):
    client.send(Message(kind, data, ID))


def hand_in():
    for data in eval(source):
        say("stats", {"stats": [], "stats_total": RequestStats().total.get_stripped_report(), "errors": {}, "user_count": 0, "user_classes_count": {}, "load_gate": data})
        gevent.sleep(1)


state = "ready"


def beat():
    while True:
        say("heartbeat", {"state": state, "current_cpu_usage": 1, "current_memory_usage": 1})
        gevent.sleep(1)


say("client_ready", __version__)
gevent.spawn(beat)
while True:
    message = client.recv()
    if message.type == "load_gate_begin":
        # It begins when it begins for everybody.
        gevent.spawn_later(message.data["inMs"] / 1000, hand_in)
    elif message.type == "spawn":
        state = "running"
        say("spawning", None)
        say("spawning_complete", {"user_classes_count": {}, "user_count": 0})
    elif message.type == "quit":
        sys.exit()
