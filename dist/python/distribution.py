# --- How values are kept: histograms with the buckets of HdrHistogram. ---

SECOND_US = 1_000_000
HIGHEST_US = 3_600_000_000


def bucket_of(value):
    """The bucket of a whole number of microseconds: 3 significant digits, as in HdrHistogram's array of counts."""
    half = value >> 10
    if half < 2:
        return value
    bucket = half.bit_length() - 1
    return (bucket << 10) + (value >> bucket)


class Distribution:
    """Values in whole microseconds: exact count, sum, lowest and highest, and how many fell into which bucket."""

    __slots__ = ("buckets", "clamped", "count", "highest", "lowest", "sum")

    def __init__(self):
        self.buckets = {}
        self.count = self.sum = self.lowest = self.highest = self.clamped = 0

    def record(self, value):
        """Takes in one value of 0 or more."""
        if value > HIGHEST_US:
            value = HIGHEST_US
            self.clamped += 1
        bucket = bucket_of(value)
        buckets = self.buckets
        buckets[bucket] = buckets.get(bucket, 0) + 1
        if self.count == 0 or value < self.lowest:
            self.lowest = value
        if value > self.highest:
            self.highest = value
        self.count += 1
        self.sum += value

    def to_data(self):
        """As load-gate reads it."""
        buckets = sorted(self.buckets)
        return {
            "count": self.count,
            "lowestUs": self.lowest,
            "highestUs": self.highest,
            "sumUs": self.sum,
            "buckets": buckets,
            "counts": [self.buckets[bucket] for bucket in buckets],
        }
