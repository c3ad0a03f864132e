using TorchSharpPeer;
using static TorchSharp.torch;

manual_seed(0);
switch (args)
{
    // benchmarks/run speaks to this process and to the others in turns.
    case ["worker", ..]:
        return Worker.Run(Console.In, Console.Out, useProcessorTime: args.Contains("--cpu"));
    case ["--check"]:
        return LossCheck.Run(Console.Out);
    default:
        Console.Error.WriteLine("usage: TorchSharpPeer --check         trains a few steps of each kind and says whether the losses fall");
        Console.Error.WriteLine("       TorchSharpPeer worker [--cpu]  measures what benchmarks/run asks for");
        return 2;
}
