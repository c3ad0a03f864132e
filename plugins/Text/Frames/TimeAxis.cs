namespace Mpuc.Plugins.Text.Frames;

/// <summary>What a frame stands for.</summary>
internal enum TimeAxis
{
    /// <summary>A span of time: the mean of the words spoken in it.</summary>
    Seconds,

    /// <summary>A word, whenever it was spoken.</summary>
    Words,
}
