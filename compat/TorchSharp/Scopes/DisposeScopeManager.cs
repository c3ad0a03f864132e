using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The dispose scopes of the current thread, innermost last.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? current;

    private readonly List<DisposeScope> scopes = [];

    public static ThreadDisposeScopeStatistics Statistics => Current.StatisticsInstance;

    internal static DisposeScopeManager Current => current ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics StatisticsInstance { get; } = new();

    internal DisposeScope? Innermost => scopes.Count == 0 ? null : scopes[^1];

    internal static DisposeScope NewScope()
    {
        var manager = Current;
        var scope = new DisposeScope(manager);
        manager.scopes.Add(scope);
        return scope;
    }

    /// <summary>Puts a new tensor into the innermost scope, if there is one.</summary>
    internal static DisposeScope? Register(Tensor created)
    {
        var manager = Current;
        var statistics = manager.StatisticsInstance.TensorStatistics;
        if (manager.scopes.Count == 0) {
            statistics.CreatedOutsideScopeCount++;
            return null;
        }

        statistics.CreatedInScopeCount++;
        var scope = manager.scopes[^1];
        scope.Add(created);
        return scope;
    }

    internal void Remove(DisposeScope scope) => scopes.Remove(scope);

    /// <summary>The scope around <paramref name="scope"/>.</summary>
    internal DisposeScope? Outer(DisposeScope scope)
    {
        var index = scopes.IndexOf(scope);
        return index > 0 ? scopes[index - 1] : null;
    }
}
