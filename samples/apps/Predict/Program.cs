using Mpuc;
using Mpuc.Host.Inference;

// Judges recordings side by side: Predict BUNDLE FILE...
if (args.Length < 2)
{
    await Console.Error.WriteLineAsync("Predict BUNDLE FILE...: name a bundle of 'mpuc export' and at least one recording.");
    return 1;
}

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};

try
{
    using var model = MpucModel.Load(args[0]);
    var predictions = await Task.WhenAll(args.Skip(1).Select(file => model.PredictAsync([file], cancellationToken: cancellation.Token)));
    foreach (var prediction in predictions)
    {
        Console.WriteLine(
            $"{prediction.Id}: {model.Label} {prediction.Top}, {prediction.Probabilities[prediction.Top]:P0}, from "
                + $"{string.Join(" and ", prediction.Modalities)}");
    }

    return 0;
}
catch (MpucException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
