using Mpuc.Host.Data.Cache;
using Mpuc.Host.Plugins.Inspection;
using Serilog;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>Tries plugins in child processes of the host, and keeps what came of it.</summary>
/// <param name="folder">Where verdicts are kept; need not exist.</param>
/// <param name="start">Says how to start the host with arguments; null where it cannot be.</param>
internal sealed class FirstContact(string folder, ContactStart start) : IFirstContact
{
    // A child takes the memory of a whole host.
    private const int AtOnce = 2;

    private readonly ContactVerdicts _verdicts = new(folder);

    /// <summary>Starts this very program, and keeps verdicts in the user's cache.</summary>
    public static FirstContact Default { get; } = new(Path.Combine(CacheFolder.Default, "contacts"), HostProcess.Describe);

    /// <inheritdoc/>
    public ContactVerdict? Known(PluginInspection plugin) => plugin.FolderSha256 is { } hash ? _verdicts.Find(hash) : null;

    /// <inheritdoc/>
    public IReadOnlyList<ContactVerdict?> Meet(IReadOnlyList<PluginInspection> plugins, TimeSpan limit, ILogger logger)
    {
        ContactVerdict?[] verdicts = [.. plugins.Select(Known)];
        int[] unknown = [.. Enumerable.Range(0, plugins.Count).Where(index => verdicts[index] is null)];
        if (unknown.Length > 0)
        {
            // Threads of its own: an application that embeds the host may have none left in its pool.
            using var gate = new SemaphoreSlim(AtOnce);
            Thread[] threads = [.. unknown.Select(index => new Thread(() => verdicts[index] = Try(plugins[index], limit, gate, logger)))];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        }

        return verdicts;
    }

    private ContactVerdict? Try(PluginInspection plugin, TimeSpan limit, SemaphoreSlim gate, ILogger logger)
    {
        gate.Wait();
        try
        {
            logger.Debug("First contact with plugin {Plugin}", plugin.Id);
            var verdict = new ContactTrial(plugin, start, limit).Run();
            if (verdict is { IsLasting: true })
            {
                Keep(plugin, verdict, logger);
            }

            return verdict;
        }
        catch (Exception e)
        {
            logger.Warning(
                "Plugin {Plugin} could not be tried in a process of its own and is taken as it is: {Why:l}.",
                plugin.Id,
                e.Message.TrimEnd('.'));
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    private void Keep(PluginInspection plugin, ContactVerdict verdict, ILogger logger)
    {
        try
        {
            _verdicts.Keep(plugin.FolderSha256!, verdict);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.Debug("What came of the first contact with plugin {Plugin} could not be kept: {Why:l}", plugin.Id, e.Message);
        }
    }
}
