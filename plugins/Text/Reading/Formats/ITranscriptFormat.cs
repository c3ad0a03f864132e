namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>A form in which words are written down together with times, told by what a file holds, whatever it is called.</summary>
internal interface ITranscriptFormat
{
    /// <summary>Whether a file is of this form.</summary>
    /// <param name="file">The file.</param>
    /// <returns>True where <see cref="Read"/> can be asked.</returns>
    bool Fits(TranscriptText file);

    /// <summary>Reads the words, silence among them.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The words in the file's order; an entry without text gives the recording's length.</returns>
    /// <exception cref="MpucException">The file is damaged; the message names the line.</exception>
    IReadOnlyList<TimedText> Read(TranscriptText file);
}
