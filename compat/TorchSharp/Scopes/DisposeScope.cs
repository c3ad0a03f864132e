using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Disposes every tensor that was created on its thread while it was the innermost scope, unless the tensor has been moved or
/// detached. Open one with <see cref="torch.NewDisposeScope"/>.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private readonly ScopeContents disposables = new();
    private DisposeScopeManager? manager;

    internal DisposeScope(DisposeScopeManager manager) => this.manager = manager;

    public int DisposablesCount => disposables.Count;

    public IReadOnlyList<IDisposable> DisposablesView => disposables.ToArray();

    internal DisposeScope? OuterScope => manager?.Outer(this);

    /// <summary>Disposes what is in the scope and closes it.</summary>
    public void Dispose()
    {
        if (manager is { } open) {
            DisposeEverything();
            open.Remove(this);
            manager = null;
        }
    }

    public bool Contains(IDisposable disposable) => disposables.Contains(disposable);

    public void DisposeEverything()
    {
        while (disposables.Count > 0) {
            var last = disposables.Last;
            last.Dispose();
            disposables.Remove(last);
        }
    }

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in DisposablesView) {
            if (!keep.Contains(disposable)) {
                disposable.Dispose();
                disposables.Remove(disposable);
            }
        }
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Takes an object out that has been disposed by other means.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        if (disposables.Remove(disposable) && disposable is IScoped scoped) {
            scoped.OwningScope = null;
            Statistics(scoped).DisposedInScopeCount++;
        }
    }

    /// <summary>Puts objects into this scope, out of the one that they are in.</summary>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        List<IDisposable> attached = [.. disposables];
        attached.ForEach(Attach);
        return attached;
    }

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public void Attach(IDisposable disposable)
    {
        if (disposable is IScoped scoped) {
            if (scoped.OwningScope is { } other) {
                other.disposables.Remove(disposable);
            } else {
                Statistics(scoped).AttachedToScopeCount++;
            }

            scoped.OwningScope = this;
        }

        disposables.Add(disposable);
    }

    /// <summary>Takes objects out, so that their owner has to dispose them.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) {
            DetachOne(disposable);
        }
    }

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Moves objects to the scope around this one, or out of all scopes where there is none.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope!, disposables);

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) {
            MoveOne(scope, disposable);
        }
    }

    public void MoveToOther(DisposeScope scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    internal void DetachOne(IDisposable disposable)
    {
        if (disposables.Remove(disposable) && disposable is IScoped scoped) {
            scoped.OwningScope = null;
            Statistics(scoped).DetachedFromScopeCount++;
        }
    }

    internal void MoveOne(DisposeScope? target, IDisposable disposable)
    {
        if (target is null) {
            DetachOne(disposable);
        } else if (disposables.Remove(disposable)) {
            target.disposables.Add(disposable);
            if (disposable is IScoped scoped) {
                scoped.OwningScope = target;
            }
        }
    }

    internal void Add(IDisposable created) => disposables.Add(created);

    private LifetimeStatistics Statistics(IScoped scoped) => (manager ?? DisposeScopeManager.Current).StatisticsInstance.Of(scoped);
}
