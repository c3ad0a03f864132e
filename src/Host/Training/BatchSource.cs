using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;

namespace Mpuc.Host.Training;

/// <summary>Gives an epoch's batches, the same ones for the same epoch every time; <see cref="BatchLoader.Epoch"/> is one.</summary>
/// <param name="epoch">The epoch, from 0.</param>
/// <param name="cancellationToken">Ends the epoch with an <see cref="OperationCanceledException"/>.</param>
/// <returns>The batches; the consumer disposes each.</returns>
public delegate IEnumerable<WindowBatch> BatchSource(int epoch, CancellationToken cancellationToken);
