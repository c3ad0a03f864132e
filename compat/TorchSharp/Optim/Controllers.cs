namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What has a learning rate that a schedule can set.</summary>
        public interface ILearningRateController
        {
            /// <summary>The rate that schedules start from.</summary>
            double InitialLearningRate { get; set; }

            double LearningRate { get; set; }
        }

        /// <summary>What has a momentum that a schedule can set.</summary>
        public interface IMomentum
        {
            double Momentum { get; set; }
        }

        /// <summary>What has Adam's two decay rates, the first of which a schedule can set.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
