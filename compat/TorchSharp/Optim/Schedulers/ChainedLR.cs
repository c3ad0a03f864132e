namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedules at once: each goes on from the rates that the one before it set.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly List<LRScheduler> _schedulers;

                    /// <param name="schedulers">The schedules, all of one optimizer.</param>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        _schedulers = [.. schedulers];
                        Remember(_schedulers[^1].Groups.Select(group => group.LearningRate));
                    }

                    public override void step()
                    {
                        foreach (var scheduler in _schedulers)
                        {
                            scheduler.step();
                        }

                        Remember(_schedulers[^1].Groups.Select(group => group.LearningRate));
                    }
                }
            }
        }
    }
}
