using System.Globalization;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>The first contact with one plugin: a child process, and another one after each end on frames whose shape was a guess.</summary>
/// <param name="limit">How long each step may take.</param>
internal sealed class ContactTrial(PluginInspection plugin, ContactStart start, TimeSpan limit)
{
    private const int Interrupted = 130;
    private const int Killed = 137;
    private const int Terminated = 143;

    // The end of each backbone on frames of a guessed shape, until it passes with another.
    private readonly Dictionary<string, ContactVerdict> _ends = new(StringComparer.Ordinal);

    /// <summary>Tries it.</summary>
    /// <returns>The verdict; null where the files changed meanwhile, or the child was ended from outside.</returns>
    /// <exception cref="MpucException">No child could be started.</exception>
    public ContactVerdict? Run()
    {
        for (var done = -1; ;)
        {
            var run = ContactRun.Of(start(Arguments(done)), limit);
            foreach (var backbone in run.Passed)
            {
                _ends.Remove(backbone);
            }

            if (run.IsComplete)
            {
                return Judge(run);
            }

            if (run.Last is null)
            {
                throw new MpucException($"the process for it {(run.IsHung ? "does not get going" : $"ended at once: {run.LastWords}")}");
            }

            if (run is { IsHung: false, ExitCode: Interrupted or Terminated } || IsOther(run))
            {
                return null;
            }

            var verdict = Describe(run);
            if (run.IsHung || run.Last is not { IsGuessed: true, Backbone: { } tried } step || step.Trial <= done)
            {
                return verdict;
            }

            _ends.TryAdd(tried, verdict);
            done = step.Trial;
        }
    }

    private string[] Arguments(int done) =>
        ["plugins", "contact", plugin.Folder, "--after", done.ToString(CultureInfo.InvariantCulture)];

    private bool IsOther(ContactRun run) => run.FolderSha256 is { } hash && hash != plugin.FolderSha256;

    private ContactVerdict? Judge(ContactRun run)
    {
        if (IsOther(run))
        {
            return null;
        }

        return run.LoadFault is { } fault
            ? new ContactVerdict($"could not be loaded: {fault}.", IsLasting: false)
            : _ends.Values.FirstOrDefault(ContactVerdict.Passed);
    }

    private ContactVerdict Describe(ContactRun run)
    {
        var step = run.Last!.Description;
        if (run.IsHung)
        {
            return new ContactVerdict(string.Create(
                CultureInfo.InvariantCulture, $"did not come back within {limit.TotalSeconds:0.###} seconds at first contact ({step})."));
        }

        var hint = run.Last.IsGuessed
            ? " The shape of these frames is a guess; conformance.json in the plugin's folder can name recordings, or a frameShape."
            : "";
        return new ContactVerdict($"ended the process at first contact ({step}): {run.LastWords}.{hint}", run.ExitCode != Killed);
    }
}

/// <summary>What came of a plugin's first contact.</summary>
/// <param name="Fault">What it did wrong, to be read after the plugin's name; null where it passed.</param>
/// <param name="IsLasting">Whether the same files would do the same again, so that they need not be tried again.</param>
internal sealed record ContactVerdict(string? Fault, bool IsLasting = true)
{
    /// <summary>Nothing that it did ended the process, or kept it.</summary>
    public static ContactVerdict Passed { get; } = new((string?)null);
}
