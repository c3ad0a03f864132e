using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mpuc.Host.Inference;
using Mpuc.Host.Serving.Http;
using Mpuc.Host.Serving.Model;

namespace Mpuc.Host.Serving.Uploads;

/// <summary>What a caller wants to know, from the fields of an upload.</summary>
internal sealed record UploadFields(PredictionOptions Options, bool Preview)
{
    private static readonly string[] Names = ["modalities", "timeline", "hop", "subsets", "preview"];

    /// <summary>Reads the fields.</summary>
    /// <exception cref="ProblemException">A field is unknown or has another kind of value.</exception>
    public static UploadFields Of(Upload upload, ServedModelDescription model)
    {
        var fields = upload.Fields;
        if (fields.Keys.FirstOrDefault(name => !Names.Contains(name)) is { } unknown)
        {
            throw Wrong($"There is no field '{FileNames.Clean(unknown)}'; besides files there are {string.Join(", ", Names)}.");
        }

        var options = new PredictionOptions
        {
            Modalities = Modalities(upload, model),
            Timeline = Flag(fields, "timeline"),
            Subsets = Flag(fields, "subsets"),
            Hop = Hop(fields),
        };
        if (options is { Hop: not null, Timeline: false })
        {
            throw Wrong("The field 'hop' is the distance of a timeline's windows; set 'timeline' to true.");
        }

        return new UploadFields(options, Flag(fields, "preview"));
    }

    // Files in fields of modalities are meant for these alone, whatever else could read them.
    private static IReadOnlyList<string> Modalities(Upload upload, ServedModelDescription model)
    {
        var known = model.Modalities.Select(modality => modality.Name).ToList();
        var named = (upload.Fields.GetValueOrDefault("modalities") ?? string.Empty)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw Wrong($"The model has no modality '{FileNames.Clean(unknown)}'; there are {string.Join(", ", known)}.");
        }

        var fields = upload.Files.Select(file => file.Field).ToHashSet(StringComparer.Ordinal);
        return named.Length > 0 || fields.Contains(UploadReader.FileField) ? named : [.. known.Where(fields.Contains)];
    }

    private static bool Flag(IReadOnlyDictionary<string, string> fields, string name) => fields.GetValueOrDefault(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw Wrong($"The field '{name}' must be true or false."),
    };

    private static double? Hop(IReadOnlyDictionary<string, string> fields) => fields.GetValueOrDefault("hop") is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var hop) && hop >= 0.05 && double.IsFinite(hop) ? hop
        : throw Wrong("The field 'hop' must be a number of seconds of at least 0.05.");

    private static ProblemException Wrong(string message) => new(StatusCodes.Status400BadRequest, message);
}
