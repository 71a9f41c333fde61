# --- How many users of each profile the plan needs. ---

import math


def seats_of(workers):
    """How many users of each profile each of so many workers needs."""
    weights = [user.weight for user in PROFILES]
    return [seats_of_worker(PLAN, weights, index, workers) for index in range(workers)]


def seats_of_worker(plan, weights, index, count):
    """How many users of each profile a worker needs: those of all stretches of one model, which may still drain when the next begins."""
    seats = [0] * len(weights)
    for model, phases in stretches(plan["phases"]):
        if model == "open":
            most = max(share_of(phase["maxUsers"], index, count) for phase in phases)
            arrivals = sum(share_of(phase["plannedArrivals"], index, count) for phase in phases)
            wanted = [min(most, arrivals, likely_most(arrivals * weight / sum(weights))) for weight in weights]
        else:
            users = max(max(phase["users"], phase.get("fromUsers", 0)) for phase in phases)
            wanted = [0] * len(weights)
            for profile in assign_profiles(weights, users)[index::count]:
                wanted[profile] += 1
        seats = [known + more for known, more in zip(seats, wanted)]
    return seats


def likely_most(mean):
    """So many of the arrivals of a profile as there are but once in billions of runs, where so many are to be expected: one more would be missed."""
    return math.ceil(mean + 7 * math.sqrt(mean) + 16)


def stretches(phases):
    """Phases of load that follow each other in one model; a pause does not part them."""
    found = []
    for phase in phases:
        model = phase["model"]
        if model == "pause":
            continue
        if found and found[-1][0] == model:
            found[-1][1].append(phase)
        else:
            found.append((model, [phase]))
    return found
