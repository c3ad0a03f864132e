using Mpuc.Plugins.Audio.Reading;

namespace Mpuc.Plugins.Audio.Spectrograms;

/// <summary>The settings of a log-mel spectrogram, each with librosa's meaning.</summary>
internal sealed record LogMelOptions
{
    private static readonly Option<int> BandsOption = Option.Integer("bands", 128, "Mel bands per frame.", 1, 1024);

    private static readonly Option<double> FrameRateOption = Option.Number(
        "frameRate", 30, "Spectra per second; the hop is sampleRate / frameRate, rounded to whole samples.", 1, 1000);

    private static readonly Option<int> FrameStepOption = Option.Integer(
        "frameStep", 1, "Keeps one of every this many frames (paper, Sec. III-A: 16).", 1, 1000);

    private static readonly Option<int> FftSizeOption = Option.Integer("fftSize", 1024, "Samples per Fourier transform.", 16, 65536);

    private static readonly Option<int> WindowSizeOption = Option.Integer(
        "windowSize", 0, "Samples under the Hann window, at most fftSize; 0 for fftSize.", 0, 65536);

    private static readonly Option<string> PaddingOption = Option.Choice(
        "padding",
        EdgePadding.Constant,
        "What surrounds the recording: zeros or its mirror image, so that frames are centred; or nothing.");

    private static readonly Option<int> PowerOption = Option.Integer(
        "power", 2, "Exponent of the spectrum's magnitude before the filters: 2 for power, 1 for amplitude.", 1, 2);

    private static readonly Option<string> MelScaleOption = Option.Choice(
        "melScale", MelScale.Slaney, "The mel scale: Slaney's (linear below 1 kHz) or HTK's.");

    private static readonly Option<string> MelNormOption = Option.Choice(
        "melNorm", "slaney", ["slaney", "none"], "Whether each band's filter has the same area (slaney) or the same peak (none).");

    private static readonly Option<double> MinFrequencyOption = Option.Number(
        "minFrequency", 0, "The lowest band's lower edge in Hz.", 0, 96000);

    private static readonly Option<double> MaxFrequencyOption = Option.Number(
        "maxFrequency", 0, "The highest band's upper edge in Hz; 0 for half the sample rate.", 0, 96000);

    private static readonly Option<double> FloorOption = Option.Number(
        "amin", 1e-10, "The least band power, before its logarithm is taken.", 1e-30, 1);

    private static readonly Option<string> ReferenceOption = Option.Choice(
        "reference",
        "maximum",
        ["maximum", "fullScale"],
        "What 0 dB is: the recording's loudest band, which hides how loud it is; or a power of 1, where samples reach from -1 to 1.");

    private static readonly Option<double> TopDbOption = Option.Number(
        "topDb", 80, "Decibels below the recording's maximum at which values are cut off.", 1, 400);

    /// <summary>All options but the sample rate, in reading order.</summary>
    public static IReadOnlyList<Option> Options { get; } =
    [
        BandsOption, FrameRateOption, FrameStepOption, FftSizeOption, WindowSizeOption, PaddingOption, PowerOption,
        MelScaleOption, MelNormOption, MinFrequencyOption, MaxFrequencyOption, FloorOption, ReferenceOption, TopDbOption,
    ];

    /// <summary>Samples per second.</summary>
    public int SampleRate { get; init; } = ReadingOptions.SampleRateOption.Default;

    /// <summary>Mel bands per frame; 128 by default.</summary>
    public int Bands { get; init; } = BandsOption.Default;

    /// <summary>Spectra per second, before rounding to a whole hop; 30 by default.</summary>
    public double FrameRate { get; init; } = FrameRateOption.Default;

    /// <summary>Keeps one of every this many frames; all by default.</summary>
    public int FrameStep { get; init; } = FrameStepOption.Default;

    /// <summary>Samples per Fourier transform; 1024 (64 ms at 16 kHz) by default, as two frames of 30 per second overlap by half.</summary>
    public int FftSize { get; init; } = FftSizeOption.Default;

    /// <summary>Samples under the window; <see cref="FftSize"/> by default.</summary>
    public int WindowSize { get; init; } = FftSizeOption.Default;

    /// <summary>What surrounds the recording; zeros by default, as in librosa since 0.10 (earlier: its mirror image).</summary>
    public EdgePadding Padding { get; init; } = EdgePadding.Constant;

    /// <summary>Exponent of the spectrum's magnitude, 1 or 2; 2 by default.</summary>
    public int Power { get; init; } = PowerOption.Default;

    /// <summary>The mel scale; Slaney's by default.</summary>
    public MelScale MelScale { get; init; } = MelScale.Slaney;

    /// <summary>Whether filters have the same area; true by default.</summary>
    public bool HasEqualAreas { get; init; } = true;

    /// <summary>The lowest band's lower edge in Hz; 0 by default.</summary>
    public double MinFrequency { get; init; } = MinFrequencyOption.Default;

    /// <summary>The highest band's upper edge in Hz; half the sample rate by default.</summary>
    public double MaxFrequency { get; init; } = ReadingOptions.SampleRateOption.Default / 2.0;

    /// <summary>The least band power that counts; 1e-10 by default.</summary>
    public double Amin { get; init; } = FloorOption.Default;

    /// <summary>Whether 0 dB is the recording's loudest band, or else a power of 1; true by default.</summary>
    public bool IsRelative { get; init; } = true;

    /// <summary>The dynamic range in dB; 80 by default.</summary>
    public double TopDb { get; init; } = TopDbOption.Default;

    /// <summary>Samples from one spectrum to the next.</summary>
    public int Hop => Math.Max(1, (int)Math.Round(SampleRate / FrameRate));

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of a schema with <see cref="Options"/> and the sample rate.</param>
    public static LogMelOptions From(OptionValues values) => new()
    {
        SampleRate = values.Get(ReadingOptions.SampleRateOption),
        Bands = values.Get(BandsOption),
        FrameRate = values.Get(FrameRateOption),
        FrameStep = values.Get(FrameStepOption),
        FftSize = values.Get(FftSizeOption),
        WindowSize = values.Get(WindowSizeOption) is > 0 and var windowSize ? windowSize : values.Get(FftSizeOption),
        Padding = values.GetChoice<EdgePadding>(PaddingOption),
        Power = values.Get(PowerOption),
        MelScale = values.GetChoice<MelScale>(MelScaleOption),
        HasEqualAreas = values.Get(MelNormOption) == "slaney",
        MinFrequency = values.Get(MinFrequencyOption),
        MaxFrequency = values.Get(MaxFrequencyOption) is > 0 and var maxFrequency
            ? maxFrequency
            : values.Get(ReadingOptions.SampleRateOption) / 2.0,
        Amin = values.Get(FloorOption),
        IsRelative = values.Get(ReferenceOption) == "maximum",
        TopDb = values.Get(TopDbOption),
    };

    /// <summary>Checks what one option alone cannot show.</summary>
    /// <exception cref="MpucException">Two options contradict each other.</exception>
    public void Validate()
    {
        if (WindowSize > FftSize)
        {
            throw new MpucException($"'windowSize' is {WindowSize}, more than 'fftSize' with {FftSize}; it must be at most that.");
        }

        if (MaxFrequency > SampleRate / 2.0)
        {
            throw new MpucException(
                $"'maxFrequency' is {MaxFrequency} Hz, but {SampleRate} samples per second hold none above {SampleRate / 2.0} Hz.");
        }

        if (MinFrequency >= MaxFrequency)
        {
            throw new MpucException($"'minFrequency' is {MinFrequency} Hz; it must lie below 'maxFrequency', {MaxFrequency} Hz.");
        }
    }
}

/// <summary>What surrounds a recording when it is cut into frames.</summary>
internal enum EdgePadding
{
    /// <summary>Half a frame of zeros on both sides: frame t is centred on sample t times the hop.</summary>
    Constant,

    /// <summary>Half a frame of the recording's mirror image on both sides, the edge sample not repeated.</summary>
    Reflect,

    /// <summary>Nothing: frame t starts at sample t times the hop. A recording shorter than a frame is filled up with zeros.</summary>
    None,
}

/// <summary>The formula between frequency and perceived pitch.</summary>
internal enum MelScale
{
    /// <summary>Slaney's Auditory Toolbox (1998): linear up to 1 kHz (mel 15), then logarithmic, 27 mel for a factor of 6.4.</summary>
    Slaney,

    /// <summary>O'Shaughnessy (1987), as in HTK: 2595 log10(1 + f / 700).</summary>
    Htk,
}
