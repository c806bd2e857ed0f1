
    public interface IDrainModeManager
    {
        bool IsDrainModeEnabled { get; }
    }
