using System.Text.Json.Nodes;
using Mpuc.Host.Data;
using Mpuc.Host.Datasets;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Objectives;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Configuration;

/// <summary>The resolved configuration says everything and reads back as itself.</summary>
internal sealed class ResolvedTests : ConfigurationFixture
{
    private const string Full = """
        {
          "seed": 7,
          "runtime": { "threads": 2 },
          "data": { "kind": "synthetic", "root": "here", "split": { "test": ["a", "b"] }, "window": { "seconds": 0.5 } },
          "modalities": {
            "voice": { "kind": "audio", "source": "speech", "normalization": "group", "options": { "bands": 40, "mean": [0.25, 1e-7] } },
            "second": { "kind": "audio", "backbone": { "name": "mean" } },
            "units": { "kind": "vectors", "table": "units.csv", "options": { "columns": "all ä \"" } }
          },
          "objective": { "variant": "clip", "pairWeights": { "voice>units": 2.5 } },
          "training": { "optimizer": "adamw", "learningRate": 0.003 },
          "plugins": { "folders": ["more"] }
        }
        """;

    [Test]
    public void Defaults_are_those_of_every_concern()
    {
        var run = Load(Minimal);

        Assert.That(run.Data, Is.EqualTo(new DataOptions()));
        Assert.That(run.Window, Is.EqualTo(new WindowOptions()));
        Assert.That(run.Split, Is.EqualTo(new SplitOptions()));
        Assert.That(run.Objective, Is.EqualTo(new ObjectiveOptions { PairWeights = run.Objective.PairWeights }));
        Assert.That(run.Objective.PairWeights.Set, Is.Empty);
        Assert.That(run.Projection, Is.EqualTo(new ProjectionOptions()));
        Assert.That(run.Training, Is.EqualTo(new TrainingOptions()));
        Assert.That(run.Evaluation, Is.EqualTo(new EvaluationOptions()));
    }

    [Test]
    public void A_modality_gets_the_defaults_of_its_plugin()
    {
        var modalities = Load(Full).Modalities;

        Assert.That(modalities.Select(modality => modality.Name), Is.EqualTo(new[] { "voice", "second", "units" }));
        Assert.That(modalities.Select(modality => modality.Source), Is.EqualTo(new[] { "speech", "second", "units" }));
        Assert.That(modalities.Select(modality => modality.Backbone), Is.EqualTo(new[] { "tcn", "mean", "mlp" }));
        Assert.That(
            modalities.Select(modality => modality.Normalization),
            Is.EqualTo(new[] { Normalization.Group, Normalization.None, Normalization.Training }));
        Assert.That(modalities[0].BackboneOptions.Get(TestCatalog.Dilations), Is.EqualTo(new[] { 1, 2, 4 }));
        Assert.That(modalities[2].Options.Get(TestCatalog.Columns), Is.EqualTo("all ä \""));
    }

    [Test]
    public void The_sections_stand_in_a_fixed_order() => Assert.That(
        Load(Full).Resolved.Select(property => property.Key),
        Is.EqualTo(new[]
        {
            "seed", "runtime", "data", "modalities", "objective", "projection", "training", "evaluation", "baselines", "plugins",
        }));

    [Test]
    public void Every_default_is_written_out()
    {
        var resolved = Load(Full).Resolved;

        Assert.That((double?)resolved["training"]!["momentum"], Is.EqualTo(0.9));
        Assert.That((string?)resolved["modalities"]!["second"]!["normalization"], Is.EqualTo("none"));
        Assert.That((string?)resolved["modalities"]!["second"]!["source"], Is.EqualTo("second"));
        Assert.That((string?)resolved["modalities"]!["units"]!["backbone"]!["name"], Is.EqualTo("mlp"));
        Assert.That((double?)resolved["modalities"]!["units"]!["backbone"]!["options"]!["dropout"], Is.EqualTo(0.1));
        Assert.That((double?)resolved["objective"]!["pairWeights"]!["voice>units"], Is.EqualTo(2.5));
    }

    [Test]
    public void Loaded_again_from_another_folder_it_is_the_same_configuration()
    {
        var first = Load(Full, "training.epochs=3");
        Directory.CreateDirectory(Folder.File("elsewhere"));
        var copy = Folder.File("elsewhere/copy.json");
        File.WriteAllText(copy, first.Resolved.ToJsonString());

        var second = Mpuc.Host.Configuration.ConfigurationLoader.Load(copy, [], Variables, Catalog);

        Assert.That(JsonNode.DeepEquals(second.Resolved, first.Resolved), second.Resolved.ToJsonString());
        Assert.That(second.Training, Is.EqualTo(first.Training));
        Assert.That(second.Data, Is.EqualTo(first.Data));
        Assert.That(second.Window, Is.EqualTo(first.Window));
        Assert.That(second.Runtime, Is.EqualTo(first.Runtime));
        Assert.That(second.Split.Test, Is.EqualTo(first.Split.Test));
        Assert.That(second.Objective.PairWeights.Set, Is.EqualTo(first.Objective.PairWeights.Set));
        Assert.That(second.Modalities.Select(modality => modality.Table), Is.EqualTo(first.Modalities.Select(modality => modality.Table)));
        Assert.That(
            second.Modalities.Select(modality => modality.Options.ToJson().ToJsonString()),
            Is.EqualTo(first.Modalities.Select(modality => modality.Options.ToJson().ToJsonString())));
    }

    [Test]
    public void The_options_of_a_data_set_are_those_of_its_kind()
    {
        var run = Load(Full);

        Assert.That(run.DatasetOptions.Schema, Is.SameAs(DatasetCatalog.OptionsOf("synthetic")));
        Assert.That(
            ErrorsOf(Full, "data.options.nonsense=1").Single(),
            Does.StartWith("--set data.options.nonsense=1: there is no setting data.options.nonsense;"));
    }
}
