namespace Mpuc.Host.Datasets.Synthetic;

/// <summary>
/// How the synthetic set is drawn. Latent units: 1 is the deviation of the latent within a class, the part of a recording that all
/// modalities share.
/// </summary>
internal sealed record SyntheticOptions
{
    private static readonly Option<int> RecordingsOption = Option.Integer("recordings", 480, "Recordings in all.", 16, 100_000);

    private static readonly Option<int> SpeakersOption = Option.Integer(
        "speakers", 8, "Speakers, each a group; the last quarter of them is the test split.", 4, 100);

    private static readonly Option<int> ClassesOption = Option.Integer("classes", 4, "Latent classes.", 2, 8);

    private static readonly Option<double> SecondsOption = Option.Number("seconds", 2, "Length of a voice clip in seconds.", 0.2, 60);

    private static readonly Option<double> LabelledOption = Option.Number(
        "labelled", 0.1, "The fraction of training recordings whose label is known; test recordings all have theirs.", 0, 1);

    private static readonly Option<double> SeparationOption = Option.Number(
        "separation", 5, "Distance between two classes' prototypes, in latent units.", 0, 100);

    private static readonly Option<double> ModalityNoiseOption = Option.Number(
        "modalityNoise",
        1.5,
        "Deviation of what each modality adds to the latent by itself, in latent units: why two modalities tell more than one.",
        0,
        100);

    private static readonly Option<double> NuisanceOption = Option.Number(
        "nuisance", 4, "Deviation of what a modality has besides the latent, in latent units: what encoders must learn to ignore.", 0, 100);

    private static readonly Option<int> SeedOption = Option.Integer("seed", 0, "Seed of the drawing.", 0);

    /// <summary>The options.</summary>
    public static OptionSchema Schema { get; } = new(
        RecordingsOption,
        SpeakersOption,
        ClassesOption,
        SecondsOption,
        LabelledOption,
        SeparationOption,
        ModalityNoiseOption,
        NuisanceOption,
        SeedOption);

    /// <summary>Recordings in all.</summary>
    public int Recordings { get; init; } = RecordingsOption.Default;

    /// <summary>Speakers; the last quarter of them, rounded down, is the test split.</summary>
    public int Speakers { get; init; } = SpeakersOption.Default;

    /// <summary>Latent classes, which is also the size of the latent.</summary>
    public int Classes { get; init; } = ClassesOption.Default;

    /// <summary>Length of a voice clip in seconds.</summary>
    public double Seconds { get; init; } = SecondsOption.Default;

    /// <summary>The fraction of training recordings whose label is known.</summary>
    public double Labelled { get; init; } = LabelledOption.Default;

    /// <summary>Distance between two classes' prototypes.</summary>
    public double Separation { get; init; } = SeparationOption.Default;

    /// <summary>Deviation of what each modality adds to the latent.</summary>
    public double ModalityNoise { get; init; } = ModalityNoiseOption.Default;

    /// <summary>Deviation of what a modality has besides the latent.</summary>
    public double Nuisance { get; init; } = NuisanceOption.Default;

    /// <summary>Seed of the drawing.</summary>
    public int Seed { get; init; } = SeedOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    public static SyntheticOptions From(OptionValues values) => new()
    {
        Recordings = values.Get(RecordingsOption),
        Speakers = values.Get(SpeakersOption),
        Classes = values.Get(ClassesOption),
        Seconds = values.Get(SecondsOption),
        Labelled = values.Get(LabelledOption),
        Separation = values.Get(SeparationOption),
        ModalityNoise = values.Get(ModalityNoiseOption),
        Nuisance = values.Get(NuisanceOption),
        Seed = values.Get(SeedOption),
    };
}
