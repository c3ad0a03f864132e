namespace Mpuc.Host.Data;

/// <summary>How a data set is divided into training, validation and test: the section <c>data.split</c>.</summary>
public sealed record SplitOptions
{
    /// <summary>Whole groups (actors, speakers) are held out: the paper's actor split.</summary>
    public const string ByGroup = "group";

    /// <summary>Recordings are held out, from every class of the label alike.</summary>
    public const string Stratified = "stratified";

    /// <summary>The data set says which recordings are held out.</summary>
    public const string Given = "given";

    /// <summary>The three ways above.</summary>
    public static readonly IReadOnlyList<string> Ways = [ByGroup, Stratified, Given];

    private static readonly Option<string> ByOption = Option.Choice(
        "by", ByGroup, Ways, "What is held out: whole groups, recordings of every class alike, or what the data set itself says.");

    private static readonly Option<IReadOnlyList<string>> TestOption = Option.Texts(
        "test", [], "The groups of the test split; empty draws testFraction of them. Only by group.");

    private static readonly Option<double> TestFractionOption = Option.Number(
        "testFraction", 0.1, "The fraction of groups (by group) or recordings (stratified) in the test split.", 0, 0.9);

    private static readonly Option<double> ValidationFractionOption = Option.Number(
        "validationFraction", 0, "The fraction of the remaining groups (by group) or recordings that validate.", 0, 0.9);

    private static readonly Option<int> FoldsOption = Option.Integer(
        "folds", 0, "Folds of a cross-validation, of which one is the test split; 0 for none. By group or stratified.", 0, 100000);

    private static readonly Option<int> FoldOption = Option.Integer("fold", 1, "Which of the folds tests, from 1.", 1, 100000);

    private static readonly Option<int> LabelsPerClassOption = Option.Integer(
        "labelsPerClass", 0, "Training recordings of every class that keep their label, drawn by the seed; 0 for all.", 0, 1000000);

    private static readonly Option<bool> TransductiveOption = Option.Boolean(
        "transductive", false, "Whether the encoders also learn from the test recordings, without their labels; results say so.");

    /// <summary>The section's options.</summary>
    public static OptionSchema Schema { get; } = new(
        ByOption,
        TestOption,
        TestFractionOption,
        ValidationFractionOption,
        FoldsOption,
        FoldOption,
        LabelsPerClassOption,
        TransductiveOption);

    /// <summary>What is held out: <see cref="ByGroup"/>, <see cref="Stratified"/> or <see cref="Given"/>.</summary>
    public string By { get; init; } = ByOption.Default!;

    /// <summary>The groups of the test split; empty draws <see cref="TestFraction"/> of them.</summary>
    public IReadOnlyList<string> Test { get; init; } = TestOption.Default!;

    /// <summary>The fraction of groups or recordings in the test split, 0 to 0.9; rounded, at least one where it is above 0.</summary>
    public double TestFraction { get; init; } = TestFractionOption.Default;

    /// <summary>
    /// The fraction of the remaining groups or recordings that validate, 0 to 0.9; rounded, at least one where it is above 0.
    /// </summary>
    public double ValidationFraction { get; init; } = ValidationFractionOption.Default;

    /// <summary>
    /// Folds of a cross-validation, at least 2; 0 for none. They depend on the seed, have no recording in common and together hold all.
    /// </summary>
    public int Folds { get; init; } = FoldsOption.Default;

    /// <summary>Which of the folds tests, 1 to <see cref="Folds"/>.</summary>
    public int Fold { get; init; } = FoldOption.Default;

    /// <summary>Training recordings of every class that keep their label, so that few labels teach the classifier; 0 for all.</summary>
    public int LabelsPerClass { get; init; } = LabelsPerClassOption.Default;

    /// <summary>Whether the encoders also learn from the test recordings, without their labels; not by default.</summary>
    public bool IsTransductive { get; init; } = TransductiveOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static SplitOptions From(OptionValues values) => new()
    {
        By = values.Get(ByOption),
        Test = values.Get(TestOption),
        TestFraction = values.Get(TestFractionOption),
        ValidationFraction = values.Get(ValidationFractionOption),
        Folds = values.Get(FoldsOption),
        Fold = values.Get(FoldOption),
        LabelsPerClass = values.Get(LabelsPerClassOption),
        IsTransductive = values.Get(TransductiveOption),
    };
}
