"""richards (operating system simulation)"""
CATEGORY, N = "program", 1

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE_PACKET, WORK_PACKET = range(2)
RUNNABLE, SUSPENDED, HELD = 1, 2, 4
ROUNDS, QUEUED, HOLDS = 1_000, 2_322, 928


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, scheduler, ident, priority, queue):
        self.scheduler = scheduler
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.state = SUSPENDED if queue is None else SUSPENDED | RUNNABLE
        self.link = scheduler.add(self)

    def cannot_run(self):
        return self.state & HELD or self.state == SUSPENDED

    def resume(self):
        packet = None
        if self.state == SUSPENDED | RUNNABLE:
            packet = self.queue
            self.queue = packet.link
            self.state = RUNNABLE if self.queue is not None else 0
        return self.step(packet)

    def accept(self, packet, sender):
        if self.queue is None:
            self.queue = packet
            self.state |= RUNNABLE
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def step(self, packet):
        raise NotImplementedError


class Idle(Task):
    def __init__(self, scheduler, rounds):
        super().__init__(scheduler, IDLE, 0, None)
        self.state = 0
        self.seed = 1
        self.rounds = rounds

    def step(self, packet):
        self.rounds -= 1
        if self.rounds == 0:
            return self.scheduler.hold()
        if self.seed & 1:
            self.seed = self.seed >> 1 ^ 0xD008
            return self.scheduler.release(DEVICE_B)
        self.seed >>= 1
        return self.scheduler.release(DEVICE_A)


class Worker(Task):
    to = HANDLER_A
    letter = 0

    def step(self, packet):
        if packet is None:
            return self.scheduler.suspend()
        self.to = HANDLER_B if self.to == HANDLER_A else HANDLER_A
        packet.owner = self.to
        packet.datum = 0
        for i in range(4):
            self.letter = self.letter + 1 if self.letter < 26 else 1
            packet.data[i] = self.letter
        return self.scheduler.send(packet)


class Handler(Task):
    work = None
    device = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                self.work = packet.append_to(self.work)
            else:
                self.device = packet.append_to(self.device)
        work = self.work
        if work is None:
            return self.scheduler.suspend()
        done = work.datum
        if done >= 4:
            self.work = work.link
            return self.scheduler.send(work)
        device = self.device
        if device is None:
            return self.scheduler.suspend()
        self.device = device.link
        device.datum = work.data[done]
        work.datum = done + 1
        return self.scheduler.send(device)


class Device(Task):
    pending = None

    def step(self, packet):
        if packet is not None:
            self.pending = packet
            return self.scheduler.hold()
        packet = self.pending
        if packet is None:
            return self.scheduler.suspend()
        self.pending = None
        return self.scheduler.send(packet)


class Scheduler:
    def __init__(self):
        self.tasks = {}
        self.first = self.current = None
        self.queued = self.holds = 0

    def add(self, task):
        self.tasks[task.ident] = task
        before, self.first = self.first, task
        return before

    def run(self):
        self.current = self.first
        while self.current is not None:
            self.current = self.current.link if self.current.cannot_run() else self.current.resume()

    def hold(self):
        self.holds += 1
        self.current.state |= HELD
        return self.current.link

    def release(self, ident):
        task = self.tasks[ident]
        task.state &= ~HELD
        return task if task.priority > self.current.priority else self.current

    def suspend(self):
        self.current.state |= SUSPENDED
        return self.current

    def send(self, packet):
        receiver = self.tasks[packet.owner]
        self.queued += 1
        packet.link = None
        packet.owner = self.current.ident
        return receiver.accept(packet, self.current)


def packets(count, owner, kind):
    queue = None
    for _ in range(count):
        queue = Packet(queue, owner, kind)
    return queue


def run(n):
    for _ in range(n):
        scheduler = Scheduler()
        Idle(scheduler, ROUNDS)
        Worker(scheduler, WORKER, 1000, packets(2, WORKER, WORK_PACKET))
        Handler(scheduler, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE_PACKET))
        Handler(scheduler, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE_PACKET))
        Device(scheduler, DEVICE_A, 4000, None)
        Device(scheduler, DEVICE_B, 5000, None)
        scheduler.run()
        assert (scheduler.queued, scheduler.holds) == (QUEUED, HOLDS)
