"""What a virtual machine's host takes from it while something is measured."""


def processor_times():
    """Gives the processors' time so far that the host gave to others ("steal" in proc(5), /proc/stat), and all of it; zeros where there is no such file."""
    try:
        with open("/proc/stat", encoding="ascii") as file:
            times = [int(time) for time in file.readline().split()[1:9]]
    except FileNotFoundError:
        return 0, 0
    return times[7], sum(times)


def stolen_since(before):
    """Gives the share of the processors' time that the host gave to others since processor_times() said this."""
    stolen, total = (after - start for after, start in zip(processor_times(), before))
    return stolen / max(1, total)
