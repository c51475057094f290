print("raising begins"); 1 / 0
