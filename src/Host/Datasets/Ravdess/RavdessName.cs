using System.Globalization;

namespace Mpuc.Host.Datasets.Ravdess;

/// <summary>
/// What a RAVDESS file name says (Livingstone and Russo 2018): seven two-digit fields for modality, vocal channel, emotion, intensity,
/// statement, repetition and actor.
/// </summary>
internal sealed record RavdessName
{
    private static readonly string[] Emotions = ["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"];

    private static readonly string[] Intensities = ["normal", "strong"];

    private static readonly string[] Statements = ["kids", "dogs"];

    /// <summary>The vocal channel of spoken recordings.</summary>
    public const string Speech = "speech";

    /// <summary>The vocal channel of sung recordings.</summary>
    public const string Song = "song";

    private RavdessName(string performance, int[] fields)
    {
        (Performance, Channel, HasSound) = (performance, fields[1] == 1 ? Speech : Song, fields[0] == 1);
        Actor = fields[6].ToString("00", CultureInfo.InvariantCulture);
        Labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["emotion"] = Emotions[fields[2] - 1],
            ["intensity"] = Intensities[fields[3] - 1],
            ["statement"] = Statements[fields[4] - 1],
            ["repetition"] = fields[5].ToString(CultureInfo.InvariantCulture),
            ["channel"] = Channel,
            ["actor"] = Actor,
            // Odd numbers are male actors, even ones female.
            ["gender"] = fields[6] % 2 == 1 ? "male" : "female",
        };
    }

    /// <summary>The fields after the first, which all modalities of a recording share.</summary>
    public string Performance { get; }

    /// <summary>The vocal channel, <see cref="Speech"/> or <see cref="Song"/>.</summary>
    public string Channel { get; }

    /// <summary>Whether a video of this name has sound: those of modality 01 have, those of 02 have not.</summary>
    public bool HasSound { get; }

    /// <summary>The actor's two digits, from 01.</summary>
    public string Actor { get; }

    /// <summary>Emotion, intensity, statement, repetition, channel, actor and the actor's gender by name.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; }

    /// <summary>The recording's name in its audio-only form.</summary>
    public string AudioName => $"03-{Performance}";

    /// <summary>Reads a name.</summary>
    /// <param name="name">A file name without its extension.</param>
    /// <returns>What it says; null where it is no RAVDESS name.</returns>
    public static RavdessName? Parse(string name)
    {
        var parts = name.Split('-');
        if (parts.Length != 7 || !parts.All(part => part.Length == 2 && part.All(char.IsAsciiDigit)))
        {
            return null;
        }

        int[] fields = [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        int[] most = [3, 2, Emotions.Length, Intensities.Length, Statements.Length, 2, 99];
        var isValid = fields.Zip(most).All(pair => pair.First >= 1 && pair.First <= pair.Second);
        return isValid ? new RavdessName(name[3..], fields) : null;
    }
}
