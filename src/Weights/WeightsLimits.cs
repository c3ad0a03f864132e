namespace Mpuc.Weights;

/// <summary>
/// How large a file of weights may be, so that a damaged or hostile one ends in a sentence and not in a machine without memory.
/// </summary>
internal static class WeightsLimits
{
    /// <summary>The most tensors of a file.</summary>
    public const int Tensors = 20_000;

    private const long Slack = 16 << 20;

    /// <summary>
    /// The most bytes that the tensors of a file may take: some more than the file has, for views and small types that grow.
    /// </summary>
    /// <param name="fileLength">The file's length in bytes.</param>
    public static long MaximumBytes(long fileLength) =>
        fileLength > (long.MaxValue - Slack) / 4 ? long.MaxValue : Slack + (4 * fileLength);

    /// <summary>Refuses more tensors than <see cref="Tensors"/>.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="refuse">Makes the exception.</param>
    public static void CheckCount(int count, Func<string, MpucException> refuse)
    {
        if (count > Tensors)
        {
            throw refuse($"has more than {Tensors} tensors");
        }
    }

    /// <summary>Refuses a piece that is too large for one array.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The tensor's or storage's name.</param>
    /// <param name="bytes">Its size in bytes.</param>
    public static void CheckTensor(string path, string name, long bytes)
    {
        if (bytes > Array.MaxLength)
        {
            throw new MpucException($"{path} has '{name}' of {bytes} bytes; a single tensor may have at most {Array.MaxLength}.");
        }
    }
}
