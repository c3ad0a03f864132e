namespace Mpuc.Host.Distributed;

/// <summary>Which part of every batch belongs to a process: the parts are disjoint, in the processes' order, and together the whole.</summary>
/// <param name="Rank">The process's number, from 0.</param>
/// <param name="Size">The number of processes.</param>
public readonly record struct ProcessPlace(int Rank, int Size)
{
    /// <summary>The place of a process alone.</summary>
    public static ProcessPlace Alone => new(0, 1);

    /// <summary>A process's place.</summary>
    /// <param name="group">Its group.</param>
    /// <returns>The place.</returns>
    public static ProcessPlace In(IProcessGroup group) => new(group.Rank, group.Size);

    /// <summary>
    /// The part of a batch: as equal as can be, but two recordings at least where there are any, since a single one cannot be contrasted with another.
    /// </summary>
    /// <param name="recordings">The recordings of the whole batch.</param>
    /// <returns>Where the part starts and how many recordings it has, 0 for none.</returns>
    public (int Start, int Count) PartOf(int recordings)
    {
        var sharing = Math.Max(1, Math.Min(Size, recordings / 2));
        if (Rank >= sharing)
        {
            return (recordings, 0);
        }

        var start = (int)((long)recordings * Rank / sharing);
        return (start, (int)((long)recordings * (Rank + 1) / sharing) - start);
    }
}
