using System.Net;

namespace Mpuc.Host.Serving;

/// <summary>Where <c>mpuc serve</c> listens, and how much it takes on.</summary>
internal sealed record ServeOptions
{
    /// <summary>The address to listen at.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port, 0 to 65535; 0 for any that is free.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>What callers must show, at least 16 characters; null for nothing, which only the machine's own address may do.</summary>
    public string? Token { get; init; }

    /// <summary>The greatest size of all files of one upload together, in bytes.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    /// <summary>The greatest length of a recording, in seconds.</summary>
    public double MaxSeconds { get; init; } = 600;

    /// <summary>Recordings that are worked on at once, at least 1.</summary>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>Requests that may be uploading or waiting besides those that are worked on, at least 0; more are refused.</summary>
    public int Queue { get; init; } = 32;

    /// <summary>How long an upload may take, and how long the work on it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Checks that the options make sense together.</summary>
    /// <exception cref="MpucException">They do not; the message says what would.</exception>
    public void Check()
    {
        var fault = Port is < 0 or > 65535 ? $"--port must be a whole number from 0 to 65535, not {Port}."
            : MaxBytes < 1 ? "--max-megabytes must be above 0."
            : !(MaxSeconds > 0) ? "--max-seconds must be above 0."
            : Concurrency < 1 ? $"--concurrency must be at least 1, not {Concurrency}."
            : Queue < 0 ? $"--queue must be at least 0, not {Queue}."
            : Timeout <= TimeSpan.Zero ? "--timeout must be above 0."
            : Token is { Length: < 16 } ? "The token is too short; it must have at least 16 characters, such as those of 'openssl rand -hex 24'."
            : Token is not null && Token.Any(character =>
                character is <= ' ' or > '~') ? "The token must consist of visible ASCII characters without spaces."
            : Token is null && !IPAddress.IsLoopback(Address)
                ? $"Whoever reaches {Address} could use the model: give --token-file FILE or the variable MPUC_SERVE_TOKEN, or listen "
                    + "at 127.0.0.1."
            : null;
        if (fault is not null)
        {
            throw new MpucException(fault);
        }
    }
}
