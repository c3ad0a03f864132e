using System.Text;
using Mpuc.Host.Configuration;
using Mpuc.Host.Tests.Configuration;

namespace Mpuc.Host.Tests.Mutations;

/// <summary>Whatever a configuration or a setting holds, the loader answers with sentences.</summary>
[TestFixture]
internal sealed class ConfigurationMutationTests
{
    private const string Valid =
        """
        {
          // Two modalities.
          "seed": 7,
          "data": { "kind": "synthetic", "root": "here", "split": { "test": ["a", "b"], "testFraction": 0.25 } },
          "modalities": {
            "voice": { "kind": "audio", "options": { "bands": 40, "mean": [0.25, 1e-7] }, "backbone": { "name": "tcn" } },
            "units": { "kind": "vectors", "options": { "columns": "all" } },
          },
          "objective": { "pairWeights": { "voice>units": 2.5 } },
          "training": { "epochs": 3, "learningRate": 0.003 }
        }
        """;

    private static readonly Dictionary<string, string> NoVariables = [];

    private static IEnumerable<Parser> Parsers =>
    [
        new("configurations", () => [Encoding.UTF8.GetBytes(Valid), Encoding.UTF8.GetBytes("""{ "modalities": { "audio": { "kind": "audio" } } }""")], scratch =>
        {
            var catalog = new TestCatalog();
            return bytes =>
                _ = ConfigurationLoader.Load(scratch.Write("run.json", bytes), [], NoVariables, catalog).Resolved.ToJsonString();
        }) { IsText = true, Subject = "run.json", Tokens = ["\"kind\":",
        "\"audio\"",
        "\"options\":",
        "\"backbone\":",
        "//",
        "/*",
        "*/",
        "voice>units",
        "a:b",
        "\"training\":",
        "\"plugins\":"] },
        new("settings of the command line", () => [.. new[] { "training.epochs=5", "modalities.voice.options.mean=[1,2]", "data.root=\"x\"", "objective.pairWeights={\"voice>units\":1}" }.Select(Encoding.UTF8.GetBytes)], scratch =>
        {
            var (catalog, path) = (new TestCatalog(), scratch.Write("run.json", Encoding.UTF8.GetBytes(Valid)));
            return bytes => _ = ConfigurationLoader.Load(path, [Encoding.UTF8.GetString(bytes)], NoVariables, catalog);
        }) { IsText = true, Tokens = ["=", ".", "..", "modalities", "voice", "options", "{}", "[]", "null"] },
    ];

    [TestCaseSource(nameof(Parsers))]
    public void A_damaged_configuration_is_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_configurations_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);
}
