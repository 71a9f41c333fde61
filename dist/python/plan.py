# --- When things are due: seeded chance, arrival times, levels of users. Pure arithmetic, the same as load-gate's own. ---

import math

UINT32 = 0xFFFFFFFF


def mix32(value):
    """The finaliser of murmur3 (Appleby): mixes all 32 bits of a number."""
    value &= UINT32
    value = ((value ^ (value >> 16)) * 0x85EBCA6B) & UINT32
    value = ((value ^ (value >> 13)) * 0xC2B2AE35) & UINT32
    return value ^ (value >> 16)


class SeededRandom:
    """sfc32 (Doty-Humphrey, PractRand): the same numbers for the same seed and keys on every machine. Not for secrets."""

    __slots__ = ("a", "b", "c", "d")

    def __init__(self, seed, *keys):
        state = mix32(seed) ^ mix32((seed >> 32) + 0x9E3779B9)
        for key in keys:
            state = mix32(state + (key + 1) * 0x85EBCA6B)
        self.a = mix32(state + 0x9E3779B9)
        self.b = mix32(self.a + 0x9E3779B9)
        self.c = mix32(self.b + 0x9E3779B9)
        self.d = 1
        for _ in range(12):
            self.next_uint32()

    def next_uint32(self):
        """0 to 2^32 - 1, uniform."""
        total = (self.a + self.b + self.d) & UINT32
        self.d = (self.d + 1) & UINT32
        self.a = self.b ^ (self.b >> 9)
        self.b = (self.c + (self.c << 3)) & UINT32
        self.c = ((((self.c << 21) | (self.c >> 11)) & UINT32) + total) & UINT32
        return total

    def next(self):
        """0 <= x < 1, uniform, 32 bits."""
        return self.next_uint32() / 4294967296


def count_at(phase, ms):
    """How many arrivals an open phase has had after so many milliseconds: the integral of its rate, which ramps first."""
    ramp_ms = min(ms, phase["rampMs"])
    slope = (phase["ratePerSec"] - phase["fromRatePerSec"]) / phase["rampMs"] if phase["rampMs"] > 0 else 0
    on_ramp = (phase["fromRatePerSec"] * ramp_ms + slope * ramp_ms * ramp_ms / 2) / 1000
    return on_ramp + phase["ratePerSec"] * max(0, ms - phase["rampMs"]) / 1000


def time_of_count(phase, count):
    """The inverse of count_at, in microseconds."""
    start, rate, ramp_ms = phase["fromRatePerSec"], phase["ratePerSec"], phase["rampMs"]
    if count <= 0:
        return 0 if start > 0 or rate > 0 else math.inf
    on_ramp = count_at(phase, ramp_ms)
    if count > on_ramp:
        return ramp_ms * 1000 + (count - on_ramp) / rate * 1e6 if rate > 0 else math.inf
    slope = (rate - start) / ramp_ms * 1000
    root = math.sqrt(max(0, start * start + 2 * slope * count))
    return 2 * count / (start + root) * 1e6


def fire_times(phase, seed, index, count):
    """
    Arrival number and intended start, in microseconds since the phase began, of every count-th arrival from index on. All workers of
    a run take theirs from one and the same sequence.
    """
    latest = phase["durationMs"] * 1000 * (1 - 2**-40)
    planned = phase["plannedArrivals"]
    if phase["arrivals"] == "even":
        for arrival in range(index, planned, count):
            yield arrival, min(time_of_count(phase, arrival), latest)
        return
    random = SeededRandom(seed, 0x706F6973)
    reached = 0.0
    for arrival in range(planned):
        reached -= math.log(1 - random.next())
        if arrival % count == index:
            yield arrival, min(time_of_count(phase, reached), latest)


def seed_of_phase(seed, phase):
    """Each phase draws its Poisson arrivals from a stream of its own."""
    return seed + phase * 7919


def join_ms(phase, ordinal):
    """When user number ordinal joins a closed phase, in milliseconds since it began; infinity: it does not."""
    if ordinal >= phase["users"]:
        return math.inf
    if ordinal < phase["fromUsers"]:
        return 0
    return phase["rampMs"] * (ordinal - phase["fromUsers"]) / (phase["users"] - phase["fromUsers"])


def leave_ms(phase, ordinal):
    """When user number ordinal leaves a closed phase; infinity: it stays. The youngest leave first."""
    if ordinal < phase["users"]:
        return math.inf
    if ordinal >= phase["fromUsers"]:
        return 0
    return phase["rampMs"] * (phase["fromUsers"] - ordinal) / (phase["fromUsers"] - phase["users"])


def assign_profiles(weights, count):
    """The profile of each user: always the one that is furthest behind its share, so that every prefix holds the weights."""
    total = sum(weights)
    given = [0] * len(weights)
    assigned = []
    for ordinal in range(count):
        furthest, largest = 0, -math.inf
        for index, weight in enumerate(weights):
            deficit = weight / total * (ordinal + 1) - given[index]
            if deficit > largest + 1e-9:
                furthest, largest = index, deficit
        given[furthest] += 1
        assigned.append(furthest)
    return assigned


def pick_weighted(weights, draw):
    """The index that a uniform draw 0 <= u < 1 picks; -1 from an empty list."""
    rest = draw * sum(weights)
    for index, weight in enumerate(weights):
        rest -= weight
        if rest < 0:
            return index
    return len(weights) - 1


def share_of(total, index, count):
    """How many of so many numbered things part index of count has, which takes every count-th."""
    return total // count + (1 if index < total % count else 0)


def work_of_worker(iterations, users, index, count):
    """The share of a worker in fixed work: only workers that have a user have one."""
    working = min(count, users)
    return share_of(iterations, index, working) if index < working else 0
