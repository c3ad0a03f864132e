using System.Text;
using Mpuc.Conformance;
using Mpuc.Host.Plugins.Contact;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Mutations;

/// <summary>
/// What lies in plugins' folders, and what plugins on trial answer: inspected, or refused in a sentence that names the file.
/// </summary>
[TestFixture]
internal sealed class PluginMutationTests
{
    private const string Dependencies =
        """
        {"runtimeTarget":{"name":".NETCoreApp,Version=v10.0"},"targets":{".NETCoreApp,Version=v10.0":{"Good/1.0.0":{"dependencies":{"A":"1"},"runtime":{"Good.dll":{"localPath":"Good.dll"}},
         "runtimeTargets":{"runtimes/linux-x64/native/a.so":{"rid":"linux-x64","assetType":"native"}}}}},"libraries":{"Good/1.0.0":{"type":"project","serviceable":false,"sha512":"","path":"good"}}}
        """;

    private const string Samples =
        """
        { // a comment
          "audio": { "recordings": ["a.wav", "t.csv#1"], "refused": ["b.wav"], "options": { "bands": 40 }, "seconds": 1.5, "frameShape": [16], "windowFrames": 30,
                     "backbones": { "tcn": { "options": { "layers": 2 }, "withoutGradient": ["a"] } } } }
        """;

    private static IEnumerable<Parser> Parsers =>
    [
        new("dependencies of plugins", () => Bytes(Dependencies), scratch => bytes =>
        {
            scratch.Write("Good.deps.json", bytes);
            DependencyManifest.Check(scratch.File("Good.dll"));
        }) { IsText = true, Subject = "Good.deps.json", Tokens = ["\"../x\"", "\"localPath\":", "\"libraries\":", "\"path\":"] },
        Parser.OfFile("assemblies of plugins", "Good.dll", () => [Assembly()], path => AssemblyFactsReader.Read(path)),
        new("verdicts of first contact", () => Bytes("""{"verdict":"failed","fault":"It hangs."}"""), scratch =>
        {
            var verdicts = new ContactVerdicts(scratch.Folder);
            var path = verdicts.PathOf("ab");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return bytes =>
            {
                File.WriteAllBytes(path, bytes);
                verdicts.Find("ab");
            };
        }) { IsText = true },
        Parser.OfFile(
            "samples of conformance",
            "conformance.json",
            () => Bytes(Samples),
            path => SampleFile.Read(path)) with { IsText = true, Tokens = ["\"options\":", "\"backbones\":", "#", "\"\""] },
    ];

    [TestCaseSource(nameof(Parsers))]
    public void Damaged_files_of_plugins_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_files_of_plugins_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    private static byte[] Assembly() =>
        File.ReadAllBytes(
            Directory.GetFiles(TestContext.CurrentContext.TestDirectory, "Microsoft.Extensions.*.dll")
                .MinBy(path => new FileInfo(path).Length)!);

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
