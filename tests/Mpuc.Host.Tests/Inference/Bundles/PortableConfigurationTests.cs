using System.Text.Json.Nodes;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Tests.Runs;

namespace Mpuc.Host.Tests.Inference.Bundles;

public class PortableConfigurationTests
{
    [Test]
    public void What_belongs_to_the_trainings_machine_and_data_is_left_out()
    {
        using var run = new ToyRun();
        var weights = Option.Weights("weights", "", "Where to begin.");
        var modality = run.Configuration.Modalities[0] with { BackboneOptions = new OptionValues(new OptionSchema(weights)) };
        var configuration = run.Configuration with
        {
            Modalities = [modality],
            Resolved = (JsonObject)JsonNode.Parse("""
                {
                  "seed": 7, "runtime": { "device": "cuda" }, "plugins": { "folders": ["/home/p"] },
                  "data": { "kind": "ravdess", "root": "/home/d", "label": "emotion", "cache": "/c", "options": { "x": "/y" }, "window": { "seconds": 3 }, "split": { "by": "group" } },
                  "modalities": { "audio": { "kind": "numbers", "source": "audio", "table": "/t.csv", "options": { "bands": 8 }, "backbone": { "name": "linear", "options": { "weights": "/w.pt", "hidden": 3 } } } },
                  "objective": { "variant": "clip" }, "evaluation": { "windows": 2 }
                }
                """)!,
        };
        var portable = PortableConfiguration.Of(configuration);
        Assert.That(JsonNode.DeepEquals(portable, JsonNode.Parse("""
            {
              "seed": 7,
              "data": { "label": "emotion", "window": { "seconds": 3 } },
              "modalities": { "audio": { "kind": "numbers", "source": "audio", "options": { "bands": 8 }, "backbone": { "name": "linear", "options": { "hidden": 3 } } } },
              "objective": { "variant": "clip" }, "evaluation": { "windows": 2 }
            }
            """)), Is.True, portable.ToJsonString());
        Assert.That(configuration.Resolved["data"]!["root"], Is.Not.Null, "the run's own configuration is left as it is");
    }
}
