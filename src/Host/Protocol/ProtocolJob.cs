namespace Mpuc.Host.Protocol;

/// <summary>One piece of a protocol's work, with its result in a file.</summary>
/// <param name="Fold">The fold's number, from 1.</param>
/// <param name="Name">What is done, for people.</param>
/// <param name="ResultPath">The file that says that it is done.</param>
/// <param name="Run">Does it and gives the file's content.</param>
internal sealed record ProtocolJob(int Fold, string Name, string ResultPath, Func<CancellationToken, string> Run);
