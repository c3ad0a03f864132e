using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Plugins.Inspection;
using Mpuc.Weights;
using TorchSharp;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>
/// Verdicts on disk: a file for each plugin folder's hash, in a folder for each version of host, contract and tensor library, since another
/// host may do other things with the same plugin.
/// </summary>
/// <param name="folder">The folder of all verdicts; need not exist.</param>
internal sealed class ContactVerdicts(string folder)
{
    private const string Verdict = "verdict";
    private const string Passed = "passed";
    private const string Failed = "failed";
    private const string Fault = "fault";

    private static readonly string Surface = string.Join('-', new[]
    {
        typeof(ContactVerdicts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
        HostSurface.Current.ContractVersion.ToString(),
        typeof(torch).Assembly.GetName().Version!.ToString(),
    });

    /// <summary>The file of a plugin's verdict.</summary>
    public string PathOf(string folderSha256) => Path.Combine(folder, Surface, $"{folderSha256}.json");

    /// <summary>Finds a verdict. A damaged file counts as none.</summary>
    public ContactVerdict? Find(string folderSha256)
    {
        try
        {
            var json = StrictJson.Parse(File.ReadAllText(PathOf(folderSha256))) as JsonObject;
            return ((string?)json?[Verdict], (string?)json?[Fault]) switch
            {
                (Passed, null) => ContactVerdict.Passed,
                (Failed, { Length: > 0 } fault) => new ContactVerdict(fault),
                _ => null,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Keeps a verdict.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public void Keep(string folderSha256, ContactVerdict verdict)
    {
        var path = PathOf(folderSha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var json = new JsonObject { [Verdict] = verdict.Fault is null ? Passed : Failed, [Fault] = verdict.Fault };
        AtomicFile.WriteText(path, json.ToJsonString() + "\n");
    }
}
