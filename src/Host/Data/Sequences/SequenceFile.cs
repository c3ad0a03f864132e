using System.Security.Cryptography;
using Mpuc.Host.Data.Cache;
using TorchSharp;

namespace Mpuc.Host.Data.Sequences;

/// <summary>
/// A sequence on disk: a <see cref="SequenceHeader"/> and the frames. Files are whole or absent, so several processes may share them.
/// </summary>
internal sealed record SequenceFile(string Path, SequenceHeader Header)
{
    /// <summary>Opens a file and checks every byte of it.</summary>
    /// <returns>The sequence; null where the file is missing, truncated or damaged.</returns>
    public static SequenceFile? TryOpen(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (SequenceHeader.Read(file) is not { } header || file.Length != header.DataOffset + header.DataLength)
            {
                return null;
            }

            file.Position = header.DataOffset;
            return SHA256.HashData(file).AsSpan().SequenceEqual(header.DataSha256.Span) ? new SequenceFile(path, header) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// Writes a sequence to a temporary name and renames it. It is not forced to disk: what a power cut leaves of it fails the checks of
    /// <see cref="TryOpen"/>.
    /// </summary>
    /// <param name="sequence">Frames in float32 on the CPU.</param>
    /// <exception cref="MpucException">The cache cannot be written.</exception>
    public static SequenceFile Write(string path, ModalitySequence sequence)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        var temporary = System.IO.Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        using var frames = sequence.Values.contiguous();
        var header = new SequenceHeader(frames.shape, sequence.FrameRate, SHA256.HashData(frames.bytes));
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                header.Write(file);
                file.Write(frames.bytes);
            }

            File.Move(temporary, path, overwrite: true);
            return new SequenceFile(path, header);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            // Where files in use cannot be replaced, another process has written the same sequence first.
            return TryOpen(path) ?? throw new MpucException(
                $"The cache '{folder}' cannot be written: {exception.Message} Set data.cache to another folder.", exception);
        }
    }

    /// <summary>
    /// Keeps the time of this use as the file's time of change, by which <see cref="CachedSequences"/> tells what was used longest ago.
    /// </summary>
    public SequenceFile MarkUsed()
    {
        try
        {
            File.SetLastWriteTimeUtc(Path, DateTime.UtcNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else's cache serves as well without.
        }

        return this;
    }

    /// <summary>Reads the frames.</summary>
    /// <returns>The sequence, which the caller owns.</returns>
    /// <exception cref="MpucException">The file has vanished or become shorter since it was opened.</exception>
    public ModalitySequence Read()
    {
        var frames = torch.empty([.. Header.Shape], dtype: torch.ScalarType.Float32);
        try
        {
            // Read, not mapped: mapping and unmapping a small file costs more than copying it, for the process's other threads as well.
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            file.Position = Header.DataOffset;
            file.ReadExactly(frames.bytes);
            return new ModalitySequence(frames, Header.FrameRate);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            frames.Dispose();
            throw new MpucException(
                $"The cache entry '{Path}' has changed while it was in use ({exception.Message}); run again to rebuild it.", exception);
        }
    }
}
