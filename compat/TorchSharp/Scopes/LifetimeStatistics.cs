namespace TorchSharp;

/// <summary>What became of the objects of one kind that were created on one thread.</summary>
public class LifetimeStatistics
{
    public long CreatedOutsideScopeCount { get; internal set; }

    public long CreatedInScopeCount { get; internal set; }

    /// <summary>Put into a scope by hand, having been in none.</summary>
    public long AttachedToScopeCount { get; internal set; }

    public long DetachedFromScopeCount { get; internal set; }

    public long DisposedInScopeCount { get; internal set; }

    public long DisposedOutsideScopeCount { get; internal set; }

    /// <summary>Created on this thread and not disposed; what the finalizer released still counts.</summary>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount + CreatedOutsideScopeCount - DisposedInScopeCount - DisposedOutsideScopeCount;

    public void Reset()
    {
        CreatedOutsideScopeCount = 0;
        CreatedInScopeCount = 0;
        AttachedToScopeCount = 0;
        DetachedFromScopeCount = 0;
        DisposedInScopeCount = 0;
        DisposedOutsideScopeCount = 0;
    }

    public override string ToString() =>
        $"live {ThreadTotalLiveCount}, created outside scopes {CreatedOutsideScopeCount}, in scopes {CreatedInScopeCount}, " +
        $"attached {AttachedToScopeCount}, detached {DetachedFromScopeCount}, " +
        $"disposed in scopes {DisposedInScopeCount}, outside {DisposedOutsideScopeCount}";
}
