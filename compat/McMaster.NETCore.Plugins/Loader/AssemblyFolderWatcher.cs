namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Calls back once the assemblies of a folder have changed and then stayed unchanged for a while.</summary>
internal sealed class AssemblyFolderWatcher : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly Timer _quiet;
    private readonly TimeSpan _delay;

    public AssemblyFolderWatcher(string folder, TimeSpan delay, Action changed)
    {
        _delay = delay;
        _quiet = new Timer(_ => changed());
        _watcher = new FileSystemWatcher(folder, "*.dll") { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName };
        _watcher.Changed += Postpone;
        _watcher.Created += Postpone;
        _watcher.Renamed += Postpone;
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _quiet.Dispose();
    }

    private void Postpone(object sender, FileSystemEventArgs change)
    {
        try
        {
            _quiet.Change(_delay, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // A change that was already on its way when the watcher was disposed.
        }
    }
}
