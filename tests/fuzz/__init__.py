"""Programs made at random, run under the host's CPython and on the machine: `make fuzz`."""
