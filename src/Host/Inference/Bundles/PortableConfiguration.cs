using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>A run's configuration without what concerns its training's machine and data, so that it means the same anywhere.</summary>
internal static class PortableConfiguration
{
    /// <summary>
    /// Leaves out where data, plugins and pretrained weights of backbones lie, and what device computed; the modalities, the window, the
    /// projection and the records of objective, training and evaluation stay. What encoders need to read a recording stays as well.
    /// </summary>
    public static JsonObject Of(RunConfiguration configuration)
    {
        var json = (JsonObject)configuration.Resolved.DeepClone();
        foreach (var section in PortableSettings.LeftOut)
        {
            json.Remove(section);
        }

        Keep(json["data"] as JsonObject, PortableSettings.KeptOfData);
        foreach (var modality in configuration.Modalities)
        {
            MakePortable(json["modalities"]?[modality.Name] as JsonObject, modality);
        }

        return json;
    }

    private static void MakePortable(JsonObject? json, ModalitySettings modality)
    {
        json?.Remove("table");
        foreach (var option in modality.BackboneOptions.Schema.Options.Where(PortableSettings.IsLeftOutOfBackbone))
        {
            (json?["backbone"]?["options"] as JsonObject)?.Remove(option.Name);
        }
    }

    private static void Keep(JsonObject? json, IReadOnlyCollection<string> names)
    {
        foreach (var name in json?.Select(entry => entry.Key).Except(names, StringComparer.Ordinal).ToList() ?? [])
        {
            json!.Remove(name);
        }
    }
}
