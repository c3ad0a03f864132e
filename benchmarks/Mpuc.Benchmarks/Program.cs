using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

// In this process: the native shim lies beside this program, not beside one that BenchmarkDotNet would generate. The long limit is for
// machines that do something else as well.
var inProcess = new InProcessNoEmitToolchain(timeout: TimeSpan.FromHours(1), logOutput: true);
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.Default.WithToolchain(inProcess))
    .AddExporter(JsonExporter.Brief);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
