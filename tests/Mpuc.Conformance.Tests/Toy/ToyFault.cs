namespace Mpuc.Conformance.Tests.Toy;

/// <summary>What is wrong with a toy plugin.</summary>
public enum ToyFault
{
    None,

    // Descriptors
    NameWithSpaces,
    OfferedTwice,
    NoSentence,
    UpperCaseExtension,
    OptionWithoutRange,
    OptionWithoutSentence,
    UnknownDefaultBackbone,

    // Reading
    SameFramesForAll,
    OtherFramesEachTime,
    OtherFramesPerEncoder,
    Float64,
    NotANumber,
    SharedState,
    IgnoresSpan,
    IgnoresCancellation,
    LeaksTensors,
    MissingFileAsIoError,
    EmptyFileAccepted,
    DamageAsFormatError,
    AcceptsWhatIsRefused,
    ThrowsForAnOption,
    UnnamedFile,

    // Windows
    NoFrameInShortWindows,
    TooManyFrames,
    WindowTooShort,
    PaddingOfOnes,
    WrongValidLength,
    WindowIsView,

    // Statistics and previews
    StateBeforeFit,
    KeepsLentSequences,
    ForgetsState,
    TakesAnyState,
    TransformsInPlace,
    EdgeToNowhere,

    // Backbones
    WrongFeatureSize,
    NotFiniteFeatures,
    CountsPadding,
    MixesRows,
    DropsInEvaluation,
    ForgetsToRegister,
    UnusedParameter,
    FixedSeed,
    HiddenState,
    LeaksInForward,
    ThrowsForABackboneOption,
    Hangs,
}
