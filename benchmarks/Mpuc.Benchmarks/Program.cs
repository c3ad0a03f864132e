using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Mpuc.Benchmarks;
using Mpuc.Benchmarks.Measurements;
using Mpuc.Host.Tensors;

// As the host's program does, and as its peers do not.
NativeTuning.Apply();

// benchmarks/run speaks to this process and to its peers in turns.
if (args is ["worker", ..])
{
    return Worker.Run(Console.In, Console.Out, useProcessorTime: args.Contains("--cpu"));
}

// In this process: a program that BenchmarkDotNet would generate would have to bring libtorch, half a gigabyte, along. The long limit is
// for machines that do something else as well.
var inProcess = new InProcessNoEmitToolchain(timeout: TimeSpan.FromHours(1), logOutput: true);
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.Default.WithToolchain(inProcess))
    .AddExporter(JsonExporter.Brief);

BenchmarkSwitcher.FromAssembly(typeof(FaceDetection).Assembly).Run(args, config);
return 0;
