namespace Mpuc.Conformance.Loading;

/// <summary>Whether a load context that was unloaded is gone from memory.</summary>
internal static class UnloadProof
{
    private const int Attempts = 60;
    private const int Patient = 10;

    /// <summary>Collects garbage until the context is gone, or until it is plain that something keeps it.</summary>
    /// <param name="context">The context, held weakly here and by no local of any caller.</param>
    public static bool IsGone(WeakReference context)
    {
        for (var attempt = 0; attempt < Attempts && context.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (attempt > Patient)
            {
                Thread.Sleep(20); // A thread of the pool may be about to finish what it did last.
            }
        }

        return !context.IsAlive;
    }
}
