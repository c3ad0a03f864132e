using TorchSharp;

namespace Mpuc.Kernels;

/// <summary>Loops over at most as many threads as libtorch's own operators use.</summary>
internal static unsafe class Workers
{
    /// <summary>Does one piece of the work; the scratch belongs to the thread. It must not throw.</summary>
    public delegate void Work(int index, float* scratch);

    /// <summary>
    /// Calls <paramref name="work"/> once for every index. Which thread takes which index varies, so results must depend on the index
    /// alone.
    /// </summary>
    public static void For(int count, long scratchFloats, Work work)
    {
        var threads = Math.Min(count, torch.get_num_threads());
        if (threads <= 1)
        {
            using var scratch = new Scratch(scratchFloats);
            for (var index = 0; index < count; index++)
            {
                work(index, scratch.Start);
            }

            return;
        }

        var next = -1;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            using var scratch = new Scratch(scratchFloats);
            for (var index = Interlocked.Increment(ref next); index < count; index = Interlocked.Increment(ref next))
            {
                work(index, scratch.Start);
            }
        });
    }
}
